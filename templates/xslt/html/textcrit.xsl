<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module textcrit: one reading in the text, the readings of other witnesses beside it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- An entry of the apparatus: the lemma, or else the first reading, is the text. -->
  <xsl:template match="app">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="printed" select="(lem, rdg, rdgGrp/(lem, rdg), *[not(self::note)])[1]"/>
    <xsl:variable name="others" select="(rdg | lem | rdgGrp/(lem | rdg | note) | * except rdgGrp) except $printed"/>
    <xsl:element name="{if (not($phrasing) and ed:has-blocks(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:attribute name="tabindex" select="0"/>
      <xsl:apply-templates select="text()[normalize-space()], $printed"/>
      <xsl:call-template name="alternative">
        <xsl:with-param name="label" select="''"/>
        <xsl:with-param name="readings" select="$others"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <!-- A reading with the witnesses that have it. One that has nothing says so by a dash. -->
  <xsl:template match="rdg">
    <xsl:call-template name="inline">
      <xsl:with-param name="before" select="if (@wit and not(. is ed:printed-reading(.., 'edited'))) then ed:sigla(@wit) || ' ' else ''"/>
      <xsl:with-param name="after" select="if (not(normalize-space())) then '—' else ''"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Entries without words say where a witness begins or ends, or that paragraphs are divided otherwise. -->
  <xsl:template match="app[not(normalize-space()) and .//(witStart | witEnd | lacunaStart | lacunaEnd)] | standOff/listApp[@type = 'layout']"/>
</xsl:stylesheet>
