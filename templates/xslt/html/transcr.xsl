<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module transcr: what the hand, the damage and the editor did to the words; pages as written. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- Words that an editor or translator supplied, in brackets. -->
  <xsl:template match="supplied">
    <xsl:variable name="brackets" select="ed:needs-brackets(.)"/>
    <xsl:call-template name="inline">
      <xsl:with-param name="before" select="if ($brackets) then '[' else ''"/>
      <xsl:with-param name="after" select="if ($brackets) then ']' else ''"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Running heads, catchwords, signatures: printed small, for they interrupt the text. -->
  <xsl:template match="fw"><xsl:call-template name="block"><xsl:with-param name="as" select="'p'"/></xsl:call-template></xsl:template>

  <!-- A line written on a page, and the zones and surfaces around it. -->
  <xsl:template match="line"><xsl:call-template name="block"/></xsl:template>
  <xsl:template match="sourceDoc | facsimile | surface | surfaceGrp | zone"><xsl:call-template name="block"/></xsl:template>

  <!-- A blank left in the source. -->
  <xsl:template match="space"><span><xsl:call-template name="attributes"/><xsl:text> </xsl:text><xsl:apply-templates/></span></xsl:template>
</xsl:stylesheet>
