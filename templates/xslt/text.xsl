<?xml version="1.0" encoding="UTF-8"?>
<!--
  TEI to plain text, first half: a tree of blocks with their indents, markers and margins, and tables. The second
  half (src/transform/layout.ts) fills the lines, for the width of a line is no matter of markup.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    exclude-result-prefixes="#all">

  <xsl:mode on-no-match="text-only-copy" on-multiple-match="use-last"/>

  <xsl:include href="common/documents.xsl"/>
  <xsl:include href="common/elements.xsl"/>
  <xsl:include href="common/links.xsl"/>
  <xsl:include href="common/words.xsl"/>
  <xsl:include href="common/textcrit.xsl"/>
  <xsl:include href="text/generic.xsl"/>
  <xsl:include href="text/structure.xsl"/>
  <xsl:include href="text/core.xsl"/>
  <xsl:include href="text/drama.xsl"/>
  <xsl:include href="text/verse.xsl"/>
  <xsl:include href="text/transcr.xsl"/>
  <xsl:include href="text/textcrit.xsl"/>
  <xsl:include href="text/figures.xsl"/>
  <xsl:include href="text/analysis.xsl"/>
  <xsl:include href="text/dictionaries.xsl"/>

  <!-- The tree goes to the layout as XML. -->
  <xsl:variable name="ed:serialization" as="map(*)" select="map {
    'method': 'xml', 'omit-xml-declaration': true(), 'indent': false() }"/>
</xsl:stylesheet>
