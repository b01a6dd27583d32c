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
  <xsl:template match="app"><xsl:apply-templates select="text()[normalize-space()], ed:lemma(.)"/></xsl:template>

  <!-- Entries that stand apart from the text, listed with the others. -->
  <xsl:template match="listApp"><xsl:apply-templates select="* except app"/></xsl:template>

  <!-- An entry in one line: its place, the lemma ] the readings, each with its witnesses, and what is said of them. -->
  <xsl:function name="ed:entry-line" as="xs:string">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:variable name="lemma" select="ed:lemma($entry)"/>
    <xsl:variable name="others" select="ed:entry-readings($entry) except $lemma"/>
    <xsl:variable name="remarks" select="ed:entry-remarks($entry) except ed:entry-readings($entry)/ed:remarks-on(.)"/>
    <xsl:variable name="words" select="if (ed:is-of-marks($entry)) then ed:context-word($entry) || $lemma else ed:reading-words($lemma)"/>
    <xsl:variable name="before" select="if ($words != '') then '' else ed:neighbour-words($entry, ())"/>
    <xsl:sequence select="normalize-space(string-join((
      ed:entry-location($entry),
      string-join((($words, $before)[. != ''][1], $lemma ! ed:remarks-on(.) ! ed:remark-line(.)), ' ')[. != ''] ! (. || ']'),
      string-join($others ! ed:reading-line(., $lemma), '; '),
      $remarks ! ed:remark-line(.)), ' '))"/>
  </xsl:function>

  <!-- What is said of a reading or an entry, in brackets. -->
  <xsl:function name="ed:remark-line" as="xs:string">
    <xsl:param name="remark" as="element()"/>
    <xsl:sequence select="'(' || ($remark/@wit ! (ed:sigla(.) || ': ')) || ed:words($remark) || ')'"/>
  </xsl:function>

  <!-- A reading in one line. -->
  <xsl:function name="ed:reading-line" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="lemma" as="element()?"/>
    <xsl:variable name="context" select="$reading/ancestor::app[1] ! ed:context-word(.)"/>
    <xsl:variable name="adds" select="$lemma and ed:is-omission($lemma) and not(ed:is-omission($reading))"/>
    <xsl:sequence select="normalize-space(string-join((
      if ($context) then () else if (ed:is-omission($reading)) then ed:word('omits') else if ($adds) then ed:word('adds') else (),
      if ($context) then $context || $reading else ed:reading-words($reading), ed:reading-sigla($reading), ed:remarks-on($reading) ! ed:remark-line(.),
      if (ed:reading-kind($reading, $lemma) = 'transposition') then ed:word('transposed') else ()), ' '))"/>
  </xsl:function>
</xsl:stylesheet>
