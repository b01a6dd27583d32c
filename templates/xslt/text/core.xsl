<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module core: lists, quotations, notes, editorial changes, breaks. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- Which reading of an error or a spelling stands in the text: `edited` (corr, reg) or `source` (sic, orig). -->
  <xsl:param name="reading" as="xs:string" select="'edited'"/>

  <!-- Lists: a dash before an item, or its printed number. -->
  <xsl:template match="list | listBibl | castList | castGroup | listWit"><block margin="{if (parent::item) then 0 else 1}"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="item | castItem | witness">
    <block marker="{(@n[normalize-space()], self::witness/@xml:id, '-')[1]}"><xsl:apply-templates/></block>
  </xsl:template>
  <xsl:template match="list[label]/item"><block indent="4"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="listBibl/bibl | listBibl/biblStruct"><block marker="-"><xsl:apply-templates/></block></xsl:template>

  <!-- Quotations between paragraphs are indented; their marks, if any, stand in the text. -->
  <xsl:template match="quote | cit | q | said">
    <xsl:choose>
      <xsl:when test="parent::cit and ed:is-block(..)"><block><xsl:apply-templates/></block></xsl:when>
      <xsl:when test="ed:is-block(.) or (self::quote and ed:has-blocks(.))">
        <block margin="1" indent="{if (self::quote | self::cit) then 4 else 0}"><xsl:apply-templates/></block>
      </xsl:when>
      <xsl:when test="not(self::cit) and ed:needs-quotation-marks(.)">“<xsl:apply-templates/>”</xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A note: in brackets in its line, between the blocks, or its sign here and its words at the end. -->
  <xsl:template match="note">
    <xsl:param name="note-signs" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="place" select="ed:note-place(.)"/>
    <xsl:variable name="brackets" select="ed:needs-brackets(.) and not(ancestor::teiHeader)"/>
    <xsl:choose>
      <xsl:when test="$place = 'end' and map:contains($note-signs, generate-id())">[{$note-signs(generate-id())}]</xsl:when>
      <xsl:when test="$place = 'block'">
        <block margin="1">
          <xsl:if test="normalize-space(@n)"><xsl:attribute name="marker" select="'[' || normalize-space(@n) || ']'"/></xsl:if>
          <xsl:if test="@place = 'inline' and $brackets">[</xsl:if>
          <xsl:apply-templates/>
          <xsl:if test="@place = 'inline' and $brackets">]</xsl:if>
        </block>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="$brackets">[{@n ! (. || ' ')}</xsl:if>
        <xsl:apply-templates/>
        <xsl:if test="$brackets">]</xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A reference without words of its own: the sign of the note that it points to, or its address. -->
  <xsl:template match="ref[not(normalize-space())] | ptr">
    <xsl:variable name="address" select="ed:addresses(@target)[1]"/>
    <xsl:variable name="note" select="$address[starts-with(., '#')] ! key('id', substring(., 2), root(current()))[1]/self::note"/>
    <xsl:text>[{($note/@n[normalize-space()], @n[normalize-space()], $address)[1]}]</xsl:text>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- A choice: errors with the other reading beside them, spellings and abbreviations in a list after the text. -->
  <xsl:template match="choice">
    <xsl:variable name="printed" select="ed:printed-reading(., $reading)"/>
    <xsl:apply-templates select="text()[normalize-space()], $printed"/>
    <xsl:if test="not((abbr and expan) or (orig and reg and not(sic | corr)))">
      <xsl:for-each select="* except $printed">
        <xsl:text> [{if ($printed[self::corr | self::reg]) then ed:word('source') else if ($printed[self::sic | self::orig]) then ed:word('edited') else ed:word('or')} </xsl:text>
        <xsl:value-of select="if (normalize-space()) then '' else '—'"/>
        <xsl:apply-templates select="."/>
        <xsl:text>]</xsl:text>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Omissions, doubtful and deleted words. -->
  <xsl:template match="gap | ellipsis">{ed:gap-sign(.)}<xsl:apply-templates select="node() except desc"/></xsl:template>
  <xsl:template match="unclear"><xsl:apply-templates/>[?]</xsl:template>
  <xsl:template match="del">
    <xsl:text>[{ed:word('deleted')} </xsl:text><xsl:apply-templates/><xsl:text>]</xsl:text>
    <xsl:if test="parent::subst"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- A gloss that gives the original word has its brackets back. -->
  <xsl:template match="gloss">
    <xsl:if test="ed:is-original-word(.)">[</xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="ed:is-original-word(.)">]</xsl:if>
  </xsl:template>

  <!-- Line ends that carry meaning, and pages; a page without a number is no matter for a reader of the bare text. -->
  <xsl:template match="lb"><xsl:if test="not(@break = 'no')"><break/></xsl:if><xsl:apply-templates/></xsl:template>
  <xsl:template match="pb">
    <xsl:variable name="sign" select="'[' || normalize-space(ed:word('page') || ' ' || @n) || ']'"/>
    <xsl:choose>
      <xsl:when test="not(@n)"><xsl:apply-templates/></xsl:when>
      <xsl:when test="ed:is-container(..)"><block>{$sign}<xsl:apply-templates/></block></xsl:when>
      <xsl:when test="@break = 'no'">{$sign}<xsl:apply-templates/></xsl:when>
      <xsl:otherwise><xsl:text> {$sign} </xsl:text><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="cb | gb | milestone"><xsl:apply-templates/></xsl:template>
</xsl:stylesheet>
