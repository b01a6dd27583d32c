<?xml version="1.0" encoding="UTF-8"?>
<!-- The other TEI modules: drama, verse, figures, transcr, textcrit, dictionaries, analysis, and the fallback. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- A speaker: before the first words where those are prose and the label ends in a mark; on a line of its own else. -->
  <xsl:template match="speaker">
    <block tight="yes">
      <xsl:if test="following-sibling::*[1][self::p | self::ab] and matches(normalize-space(), '[\p{Pd}.:]$')">
        <xsl:attribute name="run-in" select="if (matches(normalize-space(), '\S\p{Pd}$')) then 'close' else 'space'"/>
      </xsl:if>
      <xsl:apply-templates/>
    </block>
  </xsl:template>
  <xsl:template match="sp | u"><block margin="1"><xsl:apply-templates/></block></xsl:template>

  <!-- What is seen and heard, in brackets. -->
  <xsl:template match="stage | move | view | sound | camera | caption | incident | kinesic | vocal | writing">
    <xsl:variable name="content">
      <xsl:if test="ed:needs-brackets(.) and normalize-space()">[</xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="ed:needs-brackets(.) and normalize-space()">]</xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="ed:is-block(.)"><block margin="1"><xsl:sequence select="$content"/></block></xsl:when>
      <xsl:otherwise><xsl:sequence select="$content"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Verse: lines stay lines. -->
  <xsl:template match="lg"><block margin="1" indent="2"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="l"><block hang="4"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="caesura"><xsl:text> </xsl:text><xsl:apply-templates/></xsl:template>

  <!-- Tables: rows and cells, laid out when their widths are known. -->
  <xsl:template match="table">
    <block margin="1">
      <xsl:apply-templates select="head[1]"/>
      <table>
        <xsl:apply-templates select="(node() except head[1])[self::* or normalize-space()]" mode="row"/>
      </table>
    </block>
  </xsl:template>
  <xsl:template match="row" mode="row"><row><xsl:apply-templates select="node()[self::* or normalize-space()]" mode="cell"/></row></xsl:template>
  <xsl:template match="node()" mode="row"><row><cell><xsl:apply-templates select="."/></cell></row></xsl:template>
  <xsl:template match="cell" mode="cell"><cell><xsl:apply-templates/></cell></xsl:template>
  <xsl:template match="node()" mode="cell"><cell><xsl:apply-templates select="."/></cell></xsl:template>

  <!-- Pictures are named; their captions are text. -->
  <xsl:template match="graphic | media | binaryObject">[{ed:word('illustration')}]<xsl:apply-templates select="* | text()[normalize-space() and not(parent::binaryObject)]"/></xsl:template>
  <xsl:template match="figure"><block margin="1"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="figDesc"><block><xsl:apply-templates/></block></xsl:template>

  <!-- Words supplied by an editor or translator, in brackets. -->
  <xsl:template match="supplied">
    <xsl:if test="ed:needs-brackets(.)">[</xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="ed:needs-brackets(.)">]</xsl:if>
  </xsl:template>
  <xsl:template match="space"><xsl:text> </xsl:text><xsl:apply-templates/></xsl:template>
  <xsl:template match="pause">(…)<xsl:apply-templates/></xsl:template>

  <!-- An apparatus entry: the lemma, or the first reading; the others are listed after the text. -->
  <xsl:template match="app"><xsl:apply-templates select="text()[normalize-space()], ed:text-reading(.)"/></xsl:template>

  <!-- Dictionaries: entries and senses as blocks, their parts divided by spaces. -->
  <xsl:template match="entry | entryFree | superEntry | hom | re"><block margin="1"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="sense">
    <block indent="2"><xsl:if test="@n"><xsl:attribute name="marker" select="@n"/></xsl:if><xsl:apply-templates/></block>
  </xsl:template>
  <xsl:template match="form | gramGrp | def | usg | xr | orth | pron | gram | pos | gen | number | lbl | entry/cit | sense/cit" priority="1">
    <xsl:apply-templates/>
    <xsl:if test="following-sibling::node()[1][self::*]"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- White space that a corpus puts between two tokens that are joined. -->
  <xsl:template match="s/text()[ed:is-between-joined(.)] | phr/text()[ed:is-between-joined(.)]
    | cl/text()[ed:is-between-joined(.)] | name/text()[ed:is-between-joined(.)]"/>

  <!-- An element without a template of its own: a block or words in a line. -->
  <xsl:template match="*" priority="-1">
    <xsl:choose>
      <xsl:when test="ed:is-block(.) or (ancestor::teiHeader and ed:is-description(.))"><block><xsl:apply-templates/></block></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
        <xsl:if test="ed:is-description(..) and following-sibling::node()[1][self::*]"><xsl:text> </xsl:text></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- True of an element of elements that describes something: its parts need a space or a line between them. -->
  <xsl:function name="ed:is-description" as="xs:boolean">
    <xsl:param name="element" as="node()?"/>
    <xsl:sequence select="$element instance of element()
      and exists($element/ancestor-or-self::*[self::teiHeader | self::person | self::place | self::org | self::event
        | self::biblStruct | self::msDesc | self::figure | self::standOff])
      and exists($element/*) and not($element/text()[normalize-space()])"/>
  </xsl:function>

  <!-- Another vocabulary: its words. -->
  <xsl:template match="*[not(ed:is-tei(.))]" priority="5">{string-join(.//text()[normalize-space()] ! normalize-space(), ' ')}</xsl:template>

  <!-- Comments and instructions are not for readers. -->
  <xsl:template match="comment() | processing-instruction()" mode="#all"/>
</xsl:stylesheet>
