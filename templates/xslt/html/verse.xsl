<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module verse (and the verse of core): stanzas, lines, the pause within a line. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- A stanza, and groups of stanzas. -->
  <xsl:template match="lg"><xsl:call-template name="block"/></xsl:template>

  <!-- A line; its number is shown in the margin where it is a fifth one. -->
  <xsl:template match="l">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:call-template name="block">
      <xsl:with-param name="classes" select="if (@part = ('M', 'F')) then 'tei-l-continued' else (), if (ed:has-shown-number(.)) then 'tei-l-numbered' else ()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- True of a line whose number is printed: every fifth that has one. -->
  <xsl:function name="ed:has-shown-number" as="xs:boolean">
    <xsl:param name="line" as="element(l)"/>
    <xsl:sequence select="$line/@n castable as xs:positiveInteger and number($line/@n) mod 5 = 0 and not($line/@part = ('M', 'F'))"/>
  </xsl:function>

  <!-- A pause within a line. -->
  <xsl:template match="caesura"><span class="tei-caesura"><xsl:text>  </xsl:text><xsl:apply-templates/></span></xsl:template>
</xsl:stylesheet>
