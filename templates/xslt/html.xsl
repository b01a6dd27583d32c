<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to HTML: one article of semantic HTML, well-formed as XML, without styles or scripts of its own. -->
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
  <xsl:include href="html/attributes.xsl"/>
  <xsl:include href="html/generic.xsl"/>
  <xsl:include href="html/header.xsl"/>
  <xsl:include href="html/structure.xsl"/>
  <xsl:include href="html/core.xsl"/>
  <xsl:include href="html/lists.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/namesdates.xsl"/>
  <xsl:include href="html/drama.xsl"/>
  <xsl:include href="html/verse.xsl"/>
  <xsl:include href="html/transcr.xsl"/>
  <xsl:include href="html/textcrit.xsl"/>
  <xsl:include href="html/figures.xsl"/>
  <xsl:include href="html/analysis.xsl"/>
  <xsl:include href="html/dictionaries.xsl"/>
  <xsl:include href="html/msdescription.xsl"/>

  <!-- HTML as XML: void elements closed, all others with an end tag. -->
  <xsl:variable name="ed:serialization" as="map(*)" select="map {
    'method': 'xhtml', 'html-version': 5.0, 'omit-xml-declaration': true(), 'indent': false() }"/>
</xsl:stylesheet>
