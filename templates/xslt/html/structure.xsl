<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module textstructure: documents, texts, divisions, what opens and closes them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- A file: its root, whatever it is, makes one article. -->
  <xsl:template match="/">
    <xsl:apply-templates select="*[self::TEI | self::teiCorpus]"/>
    <xsl:for-each select="*[not(self::TEI | self::teiCorpus)]">
      <article class="tei-document">
        <xsl:apply-templates select=".">
          <xsl:with-param name="note-signs" tunnel="yes" select="ed:note-signs(ed:end-notes(.))"/>
          <xsl:with-param name="note-ids" tunnel="yes" select="ed:note-ids(ed:end-notes(.))"/>
        </xsl:apply-templates>
        <xsl:call-template name="end-notes"/>
        <xsl:call-template name="abbreviations"/>
      </article>
    </xsl:for-each>
  </xsl:template>

  <!-- A document, or a corpus with its documents inside: header as asked for, text, then its notes. -->
  <xsl:template match="TEI | teiCorpus">
    <xsl:variable name="notes" select="ed:end-notes(.)"/>
    <article>
      <xsl:call-template name="attributes">
        <xsl:with-param name="classes" select="'tei-document', if (self::teiCorpus) then 'tei-corpus' else ()"/>
      </xsl:call-template>
      <xsl:apply-templates select="teiHeader" mode="header"/>
      <xsl:apply-templates select="* except (teiHeader, TEI, teiCorpus)">
        <xsl:with-param name="note-signs" tunnel="yes" select="ed:note-signs($notes)"/>
        <xsl:with-param name="note-ids" tunnel="yes" select="ed:note-ids($notes)"/>
        <xsl:with-param name="entry-signs" tunnel="yes" select="ed:entry-signs(ed:entry-places(.))"/>
      </xsl:apply-templates>
      <xsl:call-template name="apparatus"/>
      <xsl:call-template name="end-notes"/>
      <xsl:call-template name="abbreviations"/>
      <xsl:apply-templates select="TEI | teiCorpus"/>
    </article>
  </xsl:template>

  <!-- The parts of a text. -->
  <xsl:template match="text | body | front | back | group">
    <xsl:call-template name="block"/>
  </xsl:template>

  <!-- Divisions, numbered or not: a section where a heading names it. -->
  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7">
    <xsl:call-template name="block">
      <xsl:with-param name="as" select="if (head) then 'section' else 'div'"/>
      <xsl:with-param name="classes" select="'tei-div'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A text inside the text (a letter read aloud): set off as a quotation is. -->
  <xsl:template match="floatingText">
    <xsl:call-template name="block"><xsl:with-param name="as" select="'blockquote'"/></xsl:call-template>
  </xsl:template>

  <!--
    The first heading of a division is a heading of the page, one level below that of the division around it that has
    one, so that no level is left out; what heads a list or follows a heading is none.
  -->
  <xsl:template match="head">
    <xsl:variable name="headed" select="ancestor::*[head][self::div | self::div1 | self::div2 | self::div3 | self::div4
      | self::div5 | self::div6 | self::div7 | self::body | self::front | self::back | self::text | self::group
      | self::castList | self::lg[not(ancestor::lg)]]"/>
    <xsl:variable name="is-heading" select="not(preceding-sibling::head) and exists($headed intersect ..)"/>
    <xsl:call-template name="block">
      <xsl:with-param name="as" select="if ($is-heading) then 'h' || min((6, count($headed) + 1)) else 'p'"/>
      <xsl:with-param name="classes" select="if ($is-heading) then () else 'tei-subhead'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What opens and closes a letter, a preface, an act. -->
  <xsl:template match="opener | closer | postscript | argument | epigraph">
    <xsl:call-template name="block"/>
  </xsl:template>

  <!-- Lines of an opening or a closing; words in a line where a paragraph holds them. -->
  <xsl:template match="dateline | salute | signed | byline | trailer | address | addrLine | docAuthor | docDate | docImprint
      | docEdition | imprimatur">
    <xsl:choose>
      <xsl:when test="self::address"><xsl:call-template name="block"/></xsl:when>
      <xsl:when test="ed:is-block(.)"><xsl:call-template name="block"><xsl:with-param name="as" select="'p'"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="inline"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A title page: its titles are no headings of the text below. -->
  <xsl:template match="titlePage | docTitle"><xsl:call-template name="block"/></xsl:template>
  <xsl:template match="titlePart"><xsl:call-template name="block"><xsl:with-param name="as" select="'p'"/></xsl:call-template></xsl:template>
</xsl:stylesheet>
