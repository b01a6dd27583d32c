<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module verse (and the verse of core): lines stay lines. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- Verse: lines stay lines. -->
  <xsl:template match="lg"><block margin="1" indent="2"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="l"><block hang="4"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="caesura"><xsl:text> </xsl:text><xsl:apply-templates/></xsl:template>
</xsl:stylesheet>
