<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module dictionaries: entries with their senses. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- Dictionaries: entries and senses as blocks, their parts divided by spaces. -->
  <xsl:template match="entry | entryFree | superEntry | hom | re"><block margin="1"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="sense">
    <block indent="2"><xsl:if test="@n"><xsl:attribute name="marker" select="@n"/></xsl:if><xsl:apply-templates/></block>
  </xsl:template>
  <xsl:template match="form | gramGrp | def | usg | xr | orth | pron | gram | pos | gen | number | lbl | entry/cit | sense/cit" priority="1">
    <xsl:apply-templates/>
    <xsl:if test="following-sibling::node()[1][self::*]"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- A translation or an example, and what is said of it. -->
  <xsl:template match="entry//cit/quote | entryFree//cit/quote | entry//cit/bibl | entryFree//cit/bibl" priority="3">
    <xsl:next-match/>
    <xsl:if test="following-sibling::node()[1][self::*]"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>
</xsl:stylesheet>
