<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries of a critical apparatus (Guidelines, chapter 13): which reading is printed, of what kind they are, where they stand. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- Entries that stand apart from the text, by the place that they name: the end of it, or else its beginning. -->
  <xsl:key name="entry-at" match="app[@from | @to]" use="tokenize((@to, @from)[1])[starts-with(., '#')] ! substring(., 2)"/>

  <!-- The readings of an entry, those in groups included. -->
  <xsl:function name="ed:entry-readings" as="element()*">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:sequence select="$entry/(lem | rdg | rdgGrp//(lem | rdg)[ancestor::app[1] is $entry])"/>
  </xsl:function>

  <!-- The reading that the text prints: the lemma, or else the first. An entry that stands apart prints none: it may have no lemma. -->
  <xsl:function name="ed:lemma" as="element()?">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:variable name="readings" select="ed:entry-readings($entry)"/>
    <xsl:sequence select="if (ed:is-apart($entry)) then $readings[self::lem][1]
      else ($entry/lem, $readings[self::lem], $readings, $entry/*[not(self::note | self::wit | self::witDetail)])[1]"/>
  </xsl:function>

  <!-- True of a reading that the text prints; one outside of any entry is words like others. -->
  <xsl:function name="ed:is-printed" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="entry" select="$reading/ancestor::app[1]"/>
    <xsl:sequence select="empty($entry) or $reading is ed:lemma($entry)"/>
  </xsl:function>

  <!-- True of an entry that stands in a list of entries, not at its place in the text. -->
  <xsl:function name="ed:is-apart" as="xs:boolean">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:sequence select="exists($entry/parent::listApp)"/>
  </xsl:function>

  <!-- True of an entry that the text prints: not in a list, and in no reading that is not printed. -->
  <xsl:function name="ed:is-in-text" as="xs:boolean">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:sequence select="not($entry/ancestor::listApp) and (every $reading in $entry/ancestor::*[self::lem | self::rdg]
      satisfies ed:is-printed($reading))"/>
  </xsl:function>

  <!-- True of a reading without words and without signs of its own. -->
  <xsl:function name="ed:is-omission" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="not(normalize-space($reading)) and empty($reading//(gap | milestone | pb | lb | cb | graphic | space | figure
      | witStart | witEnd | lacunaStart | lacunaEnd | ptr))"/>
  </xsl:function>

  <!-- What the words of rdg/@type that editors use mean, as kinds of ours. -->
  <xsl:variable name="ed:variation-types" as="map(*)" select="map:merge((
    ('orthographic', 'orthography', 'orthographical', 'spelling', 'graphic', 'phonetic') ! map { . : 'orthographic' },
    ('punctuation', 'interpunction') ! map { . : 'punctuation' },
    ('layout', 'whitespace', 'lineation', 'formatting') ! map { . : 'layout' },
    ('omission', 'om', 'om.', 'omitted', 'subtractive') ! map { . : 'omission' },
    ('addition', 'add', 'add.', 'added', 'additive') ! map { . : 'addition' },
    ('transposition', 'transp', 'transp.', 'transposed', 'order') ! map { . : 'transposition' }))"/>

  <!-- The kind of a reading that is not printed. -->
  <xsl:function name="ed:reading-kind" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="lemma" as="element()?"/>
    <xsl:variable name="type" select="(($reading/@type, $reading/parent::rdgGrp/@type)[1], tokenize($reading/@ana) ! replace(., '^.*#', ''))
      ! $ed:variation-types(lower-case(.))"/>
    <xsl:variable name="subtype" select="$ed:variation-types(lower-case(string($reading/@subtype)))"/>
    <xsl:sequence select="
      if ($reading//(witStart | witEnd | lacunaStart | lacunaEnd)) then 'extent'
      else ($type, $subtype, if (ed:is-omission($reading)) then 'omission'
        else if (empty($lemma) or ed:is-omission($lemma)) then (if ($lemma) then 'addition' else 'substantive') else 'substantive')[1]"/>
  </xsl:function>

  <!-- The kind of an entry: that of its weightiest reading; several of equal weight make it a matter of substance. -->
  <xsl:function name="ed:entry-kind" as="xs:string">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:variable name="lemma" select="ed:lemma($entry)"/>
    <xsl:variable name="kinds" select="distinct-values(ed:entry-readings($entry)[not(. is $lemma)] ! ed:reading-kind(., $lemma))"/>
    <xsl:variable name="weighty" select="$kinds[. = ('omission', 'addition', 'transposition')]"/>
    <xsl:sequence select="
      if (empty($kinds)) then 'substantive'
      else if ($kinds = 'substantive' or count($weighty) gt 1) then 'substantive'
      else ($weighty, ('orthographic', 'punctuation', 'layout', 'extent')[. = $kinds])[1]"/>
  </xsl:function>

  <!-- The signs of entries, as critical editions have them: a, b … z, aa, ab …. -->
  <xsl:function name="ed:entry-sign" as="xs:string">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:sequence select="(if ($count gt 26) then ed:entry-sign(($count - 1) idiv 26) else '') || codepoints-to-string(97 + ($count - 1) mod 26)"/>
  </xsl:function>

  <!--
    The places of a document where entries stand, in the order of the text: entries in the text, and what entries
    that stand apart point to.
  -->
  <xsl:function name="ed:entry-places" as="element()*">
    <xsl:param name="document" as="element()"/>
    <xsl:variable name="parts" select="$document/(* except (TEI | teiCorpus | teiHeader))"/>
    <xsl:variable name="pointed" select="$parts/descendant-or-self::standOff//app[parent::listApp]
      ! (tokenize((@to, @from)[1])[starts-with(., '#')] ! key('id', substring(., 2), root($document)))"/>
    <xsl:sequence select="$parts/descendant-or-self::app[ed:is-in-text(.)] | $pointed"/>
  </xsl:function>

  <!-- The sign of each place of an entry, by its generate-id(). -->
  <xsl:function name="ed:entry-signs" as="map(*)">
    <xsl:param name="places" as="element()*"/>
    <xsl:sequence select="map:merge($places ! map { generate-id(.) : ed:entry-sign(position()) })"/>
  </xsl:function>

  <!-- The entries at a place, and those alone that stand in the stand-off part where the place is no entry itself. -->
  <xsl:function name="ed:entries-at" as="element(app)*">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="$place/self::app, key('entry-at', $place/@xml:id, root($place))[ancestor::standOff]"/>
  </xsl:function>

  <!-- Words of a lemma as an entry repeats them: all of a short one, of a long one the ends. -->
  <xsl:function name="ed:lemma-words" as="xs:string">
    <xsl:param name="lemma" as="element()?"/>
    <xsl:variable name="words" select="tokenize(ed:reading-words($lemma))"/>
    <xsl:sequence select="if (count($words) gt 9) then string-join($words[position() le 3], ' ') || ' … ' || string-join($words[position() gt last() - 3], ' ')
      else string-join($words, ' ')"/>
  </xsl:function>

  <!-- The words of a reading without notes, of entries inside it those of the lemma; neighbours that are blocks are kept apart. -->
  <xsl:function name="ed:reading-words" as="xs:string">
    <xsl:param name="reading" as="element()?"/>
    <xsl:sequence select="normalize-space(string-join($reading//text()[not(ancestor::note[. >> $reading]) and ed:is-of-lemma(., $reading)]
        ! (if (parent::w/following-sibling::node()[1][self::w] and empty(following-sibling::node())) then . || ' ' else string()),
      if ($reading[ed:has-blocks(.)]) then ' ' else ''))"/>
  </xsl:function>

  <!-- True of text that a lemma prints: in no other reading of an entry or a choice inside it. -->
  <xsl:function name="ed:is-of-lemma" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="lemma" as="element()"/>
    <xsl:variable name="inside" select="$text/ancestor::*[. >> $lemma]"/>
    <xsl:sequence select="(every $reading in $inside[self::lem | self::rdg] satisfies (ed:is-printed($reading) or empty($reading/ancestor::app[1][. >> $lemma])))
      and empty($inside[self::sic | self::orig | self::expan | self::ex][parent::choice])"/>
  </xsl:function>

  <!-- The text of an entry's lemma with its blanks. -->
  <xsl:function name="ed:lemma-text" as="xs:string">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:variable name="lemma" select="ed:lemma($entry)"/>
    <xsl:sequence select="if ($lemma/*) then ed:reading-words($lemma) else string($lemma)"/>
  </xsl:function>

  <!-- The last word before an entry whose lemma has none, so that an addition has a place. -->
  <xsl:function name="ed:word-before" as="xs:string">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:variable name="before" select="$entry/preceding-sibling::node()[self::text() or self::*][not(self::note | self::anchor)][normalize-space()][position() le 3]"/>
    <xsl:sequence select="string(tokenize(string-join($before ! (if (self::app) then ed:lemma-text(.) else string())))[last()])"/>
  </xsl:function>

  <!-- True of an entry whose readings are marks and blanks only: they are read with the word before them. -->
  <xsl:function name="ed:is-of-marks" as="xs:boolean">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:sequence select="not(ed:is-apart($entry)) and (every $reading in ed:entry-readings($entry) satisfies
      not(matches(string($reading), '[\p{L}\p{N}]'))) and matches(string-join(ed:entry-readings($entry)), '\S')"/>
  </xsl:function>

  <!-- The word before an entry of marks, glued to what its readings begin with. -->
  <xsl:function name="ed:context-word" as="xs:string">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:sequence select="if (ed:is-of-marks($entry)) then ed:word-before($entry)
      || (if (matches(string($entry/preceding-sibling::node()[1][self::text()]), '\s$')) then ' ' else '') else ''"/>
  </xsl:function>

  <!-- The words after a place that has none of its own: where a paragraph or a witness begins. -->
  <xsl:function name="ed:words-after" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="after" select="$place/following-sibling::node()[self::text() or self::*][not(self::note | self::anchor)][normalize-space()][position() le 3]"/>
    <xsl:sequence select="string-join(tokenize(string-join($after ! (if (self::app) then ed:lemma-words(ed:lemma(.)) else string())))[position() le 3], ' ')"/>
  </xsl:function>

  <!-- What an entry without a lemma of its own is about: words before or after it. -->
  <xsl:function name="ed:neighbour-words" as="xs:string">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:param name="place" as="element()?"/>
    <xsl:variable name="begins" select="$entry//(witStart | lacunaEnd)"/>
    <xsl:sequence select="
      if ($place/self::anchor) then ed:words-after($place)
      else if (ed:is-apart($entry)) then ''
      else if ($begins) then ed:words-after($entry) else ed:word-before($entry)"/>
  </xsl:function>

  <!-- The line or section that an entry is about: what the entry says itself, or the number of its line or block. -->
  <xsl:function name="ed:entry-location" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="string(($place/self::app/@loc, $place/ancestor-or-self::l[1]/@n,
      $place/ancestor-or-self::*[self::p | self::ab | self::seg | self::lg][@n][1]/@n)[normalize-space()][1])"/>
  </xsl:function>

  <!-- What an entry holds beside its readings and their witnesses. -->
  <xsl:function name="ed:entry-remarks" as="node()*">
    <xsl:param name="entry" as="element(app)"/>
    <xsl:sequence select="$entry/(descendant::rdgGrp[ancestor::app[1] is $entry] | .)/*[not(self::lem | self::rdg | self::rdgGrp)]
      [not(self::wit) or not(preceding-sibling::*[1][self::lem | self::rdg])] except ed:lemma($entry)"/>
  </xsl:function>

  <!-- What an entry says of one of its readings. -->
  <xsl:function name="ed:remarks-on" as="element()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="$reading/ancestor::app[1] ! ed:entry-remarks(.)[self::element()]
      [tokenize(@target) ! replace(., '^.*#', '') = $reading/@xml:id]"/>
  </xsl:function>

  <!-- The witnesses of a reading: what @wit and the elements `wit` after it say, or else whose conjecture it is. -->
  <xsl:function name="ed:reading-sigla" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="next" select="$reading/following-sibling::*[1]/self::wit"/>
    <xsl:sequence select="if (normalize-space($next)) then normalize-space($next) else string-join(($reading/@wit, ($reading/@source, $reading/@resp)[1]) ! ed:sigla(.), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
