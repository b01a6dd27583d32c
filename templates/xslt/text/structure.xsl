<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI modules header and textstructure: the title, the text, its divisions, its notes and lists at the end. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- How much of the header is printed: `title` (where the text does not begin with the same words), `none`, `full`. -->
  <xsl:param name="header" as="xs:string" select="'title'"/>

  <!-- A file. -->
  <xsl:template match="/">
    <layout>
      <xsl:apply-templates select="*[self::TEI | self::teiCorpus]"/>
      <xsl:for-each select="*[not(self::TEI | self::teiCorpus)]">
        <xsl:apply-templates select="."><xsl:with-param name="note-signs" tunnel="yes" select="ed:note-signs(ed:end-notes(.))"/></xsl:apply-templates>
        <xsl:call-template name="appendix"/>
      </xsl:for-each>
    </layout>
  </xsl:template>

  <!-- A document: title, text, notes; a corpus: its documents one after the other. -->
  <xsl:template match="TEI | teiCorpus">
    <xsl:variable name="notes" select="ed:end-notes(.)"/>
    <block margin="2">
      <xsl:apply-templates select="teiHeader" mode="header"/>
      <xsl:apply-templates select="* except (teiHeader, TEI, teiCorpus)">
        <xsl:with-param name="note-signs" tunnel="yes" select="ed:note-signs($notes)"/>
      </xsl:apply-templates>
      <xsl:call-template name="appendix"/>
      <xsl:apply-templates select="TEI | teiCorpus"/>
    </block>
  </xsl:template>

  <!-- The title, if the text does not print it itself. A file that is a header only is printed whole. -->
  <xsl:template match="teiHeader" mode="header">
    <xsl:variable name="title" select="fileDesc/titleStmt/title[normalize-space()]"/>
    <xsl:variable name="first-head" select="ed:letters((../text//(head | titlePart))[1])"/>
    <xsl:choose>
      <xsl:when test="$header = 'full' or empty(following-sibling::*)">
        <block margin="1"><xsl:apply-templates/></block>
      </xsl:when>
      <xsl:when test="$header = 'title'">
        <xsl:for-each select="$title[not(ed:letters(.) = $first-head)]">
          <block margin="1"><xsl:apply-templates/></block>
        </xsl:for-each>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The letters of some words, to compare them whatever their case and points. -->
  <xsl:function name="ed:letters" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:variable name="words" select="$node//text()[not(ancestor::note or ancestor::expan or ancestor::corr or ancestor::reg)]"/>
    <xsl:sequence select="lower-case(replace(string-join($words), '[^\p{L}\p{N}]', ''))"/>
  </xsl:function>

  <!-- Parts of a text, divisions, and blocks in general. -->
  <xsl:template match="text | body | front | back | group | div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | opener
      | closer | postscript | argument | epigraph | titlePage | p | ab | docTitle">
    <block margin="1"><xsl:apply-templates/></block>
  </xsl:template>

  <!-- A heading, with room above. -->
  <xsl:template match="head"><block margin="{if (parent::list | parent::table | parent::figure | parent::lg) then 1 else 2}"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="list/head | table/head"><block><xsl:apply-templates/></block></xsl:template>

  <!-- A text inside the text is indented, as a quotation is. -->
  <xsl:template match="floatingText"><block margin="1" indent="4"><xsl:apply-templates/></block></xsl:template>

  <!-- Lines of an opening or closing. -->
  <xsl:template match="dateline | salute | signed | byline | trailer | addrLine | docAuthor | docDate | docImprint | titlePart">
    <xsl:choose>
      <xsl:when test="ed:is-block(.)"><block><xsl:apply-templates/></block></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What stands after a document: its notes by their printed numbers, then other readings. -->
  <xsl:template name="appendix">
    <xsl:variable name="notes" select="ed:end-notes(.)"/>
    <xsl:variable name="signs" select="ed:note-signs($notes)"/>
    <xsl:variable name="parts" select="* except (teiHeader, TEI, teiCorpus)"/>
    <xsl:if test="exists($notes)">
      <block margin="2">{ed:notes-heading(.)}</block>
      <xsl:for-each select="$notes">
        <block margin="1" marker="[{$signs(generate-id())}]">
          <xsl:apply-templates><xsl:with-param name="note-signs" tunnel="yes" select="$signs"/></xsl:apply-templates>
        </block>
      </xsl:for-each>
    </xsl:if>
    <xsl:call-template name="readings-list">
      <xsl:with-param name="heading" select="ed:word('variants')"/>
      <xsl:with-param name="entries" select="$parts/descendant-or-self::app[normalize-space()]"/>
    </xsl:call-template>
    <xsl:call-template name="readings-list">
      <xsl:with-param name="heading" select="ed:word('spellings')"/>
      <xsl:with-param name="entries" select="$parts//choice[orig and reg and not(sic | corr)]"/>
    </xsl:call-template>
    <xsl:call-template name="readings-list">
      <xsl:with-param name="heading" select="ed:word('abbreviations')"/>
      <xsl:with-param name="entries" select="$parts//choice[abbr and expan]"/>
      <xsl:with-param name="mark" select="': '"/>
    </xsl:call-template>
  </xsl:template>

  <!-- One line for each pair of readings, however often it occurs. -->
  <xsl:template name="readings-list">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:param name="mark" as="xs:string" select="'] '"/>
    <xsl:if test="exists($entries)">
      <block margin="2">{$heading}</block>
      <block margin="1">
        <xsl:for-each select="distinct-values($entries ! ed:readings(., $mark))"><block>{.}</block></xsl:for-each>
      </block>
    </xsl:if>
  </xsl:template>

  <!-- The readings of a choice or an apparatus entry in one line: the printed one, a mark, the others with their witnesses. -->
  <xsl:function name="ed:readings" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="mark" as="xs:string"/>
    <xsl:variable name="printed" select="ed:text-reading($entry)"/>
    <xsl:variable name="others" select="$entry/* except $printed"/>
    <xsl:sequence select="if ($entry/self::app) then ed:entry-line($entry) else ed:words($printed) || $mark || string-join($others ! normalize-space(
      (if (normalize-space()) then ed:words(.) else '—') || ' ' || @wit/ed:sigla(.)), '; ')"/>
  </xsl:function>

  <!-- The words of a reading in one line; neighbours that are blocks are kept apart. -->
  <xsl:function name="ed:words" as="xs:string">
    <xsl:param name="reading" as="element()?"/>
    <xsl:sequence select="if ($reading[ed:has-blocks(.)]) then normalize-space(string-join($reading//text(), ' '))
      else normalize-space($reading)"/>
  </xsl:function>

  <!-- The reading that the text prints. -->
  <xsl:function name="ed:text-reading" as="element()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="if ($entry/self::app) then $entry/(lem, rdg, rdgGrp/(lem, rdg), *[not(self::note)])[1]
      else ed:printed-reading($entry, $reading)"/>
  </xsl:function>
</xsl:stylesheet>
