<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module dictionaries: entries with their senses. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- An entry, and what is set off in it: homographs, senses, related entries. -->
  <xsl:template match="entry | entryFree | superEntry | hom | re | etym | dictScrap"><xsl:call-template name="block"/></xsl:template>

  <!-- A sense with its number. -->
  <xsl:template match="sense">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if ($phrasing) then 'span' else 'div'}">
      <xsl:call-template name="attributes"><xsl:with-param name="classes" select="if ($phrasing) then 'tei-block' else ()"/></xsl:call-template>
      <xsl:if test="@n"><span class="tei-n">{@n} </span></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Parts of an entry, divided by a space where the file divides them by nothing. -->
  <xsl:template match="form | gramGrp | def | usg | xr | orth | pron | gram | pos | gen | number | lbl | entry/cit | sense/cit">
    <xsl:call-template name="inline"/>
    <xsl:if test="following-sibling::node()[1][self::*]"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- A translation or an example, and what is said of it. -->
  <xsl:template match="entry//cit/quote | entryFree//cit/quote | entry//cit/bibl | entryFree//cit/bibl" priority="3">
    <xsl:next-match/>
    <xsl:if test="following-sibling::node()[1][self::*]"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>
</xsl:stylesheet>
