<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module textcrit: one reading in the text; the others are listed after it (text/structure.xsl). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- An apparatus entry: the lemma, or the first reading; the others are listed after the text. -->
  <xsl:template match="app"><xsl:apply-templates select="text()[normalize-space()], ed:text-reading(.)"/></xsl:template>
</xsl:stylesheet>
