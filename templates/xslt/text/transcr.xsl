<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module transcr: words supplied, blanks and silences. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- Words supplied by an editor or translator, in brackets. -->
  <xsl:template match="supplied">
    <xsl:if test="ed:needs-brackets(.)">[</xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="ed:needs-brackets(.)">]</xsl:if>
  </xsl:template>
  <xsl:template match="space"><xsl:text> </xsl:text><xsl:apply-templates/></xsl:template>
  <xsl:template match="pause">(…)<xsl:apply-templates/></xsl:template>
</xsl:stylesheet>
