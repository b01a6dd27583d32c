<?xml version="1.0" encoding="UTF-8"?>
<!--
  What kind of box an element makes: a block of its own, or words in a line. Both outputs ask here, so that
  they agree. TEI itself does not say it of every element: a quotation or a stage direction is a block between
  paragraphs and a phrase inside one, so those are decided by their parent.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- Parents that hold blocks: what stands in them directly stands alone. -->
  <xsl:variable name="ed:containers" as="map(*)" select="map:merge(
    ('TEI', 'teiCorpus', 'text', 'body', 'front', 'back', 'group', 'floatingText', 'div', 'div1', 'div2', 'div3',
     'div4', 'div5', 'div6', 'div7', 'titlePage', 'sp', 'spGrp', 'lg', 'castList', 'castGroup', 'listBibl',
     'listPerson', 'listPlace', 'listOrg', 'listEvent', 'noteGrp', 'standOff', 'facsimile', 'sourceDoc', 'surface',
     'surfaceGrp', 'zone', 'opener', 'closer', 'postscript', 'argument', 'epigraph', 'prologue', 'epilogue', 'set',
     'performance', 'egXML') ! map { . : true() })"/>

  <!-- Elements that are a block wherever they stand. -->
  <xsl:variable name="ed:block-names" as="map(*)" select="map:merge(
    ('TEI', 'teiCorpus', 'teiHeader', 'text', 'body', 'front', 'back', 'group', 'floatingText', 'div', 'div1',
     'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'p', 'ab', 'head', 'argument', 'epigraph', 'byline', 'docTitle',
     'titlePage', 'titlePart', 'opener', 'closer',
     'postscript', 'trailer', 'address', 'addrLine', 'list', 'item', 'table', 'row', 'cell', 'figure', 'lg', 'l', 'sp',
     'spGrp', 'speaker', 'castList', 'castGroup', 'castItem', 'set', 'prologue', 'epilogue', 'performance', 'u',
     'annotationBlock', 'listBibl', 'biblStruct', 'biblFull', 'listPerson', 'listPlace', 'listOrg', 'listEvent',
     'listNym', 'listRelation', 'listWit', 'listApp', 'witness', 'person', 'personGrp', 'persona', 'place', 'org',
     'event', 'nym', 'standOff', 'facsimile', 'sourceDoc', 'surface', 'surfaceGrp', 'zone', 'line', 'noteGrp',
     'entry', 'superEntry', 'entryFree', 'sense', 'hom', 'dictScrap', 're', 'etym', 'msDesc', 'msPart', 'msFrag',
     'msContents', 'msItem', 'physDesc', 'history', 'additional', 'fw', 'egXML', 'exemplum', 'moduleSpec',
     'elementSpec', 'divGen', 'eTree', 'graph', 'tree', 'forest') ! map { . : true() })"/>

  <!-- Elements that are a block between blocks, and a phrase in a line. -->
  <xsl:variable name="ed:either-names" as="map(*)" select="map:merge(
    ('quote', 'q', 'said', 'cit', 'stage', 'dateline', 'salute', 'signed', 'bibl', 'label', 'move', 'view', 'sound',
     'camera', 'caption', 'incident', 'kinesic', 'vocal', 'writing', 'seg', 'date', 'placeName', 'persName', 'note',
     'desc', 'docAuthor', 'docImprint', 'docEdition', 'docDate', 'imprimatur', 'formula', 'metamark', 'notatedMusic', 'relation') ! map { . : true() })"/>

  <!-- Parents that describe something: a note in them belongs to the description and has no place in a text. -->
  <xsl:variable name="ed:descriptions" as="map(*)" select="map:merge(
    ('person', 'personGrp', 'persona', 'place', 'org', 'event', 'relation', 'bibl', 'biblStruct', 'monogr', 'analytic',
     'witness', 'entry', 'sense', 'entryFree', 'msItem', 'app', 'rdg', 'rdgGrp', 'choice', 'figure')
    ! map { . : true() })"/>

  <!-- True of an element of TEI P5. -->
  <xsl:function name="ed:is-tei" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="$node instance of element() and namespace-uri($node) = 'http://www.tei-c.org/ns/1.0'"/>
  </xsl:function>

  <!-- True of an element that holds blocks, and so can have no text of its own in a line. -->
  <xsl:function name="ed:is-container" as="xs:boolean">
    <xsl:param name="element" as="node()?"/>
    <xsl:sequence select="$element instance of element() and (map:contains($ed:containers, local-name($element))
      or local-name($element) = 'u' and not($element/text()[normalize-space()]))"/>
  </xsl:function>

  <!-- True of an element that makes a block where it stands. -->
  <xsl:function name="ed:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" select="local-name($element)"/>
    <xsl:sequence select="
      if (not(ed:is-tei($element))) then false()
      else if ($name = 'note') then ed:note-place($element) = 'block'
      else if (map:contains($ed:block-names, $name)) then true()
      else if (not(map:contains($ed:either-names, $name)) or not(ed:is-container($element/..))) then false()
      else not($element/../(self::opener | self::closer) and $name = ('date', 'placeName', 'persName', 'seg', 'label'))"/>
  </xsl:function>

  <!-- True of an element with a block anywhere inside, notes that move to the end aside. -->
  <xsl:function name="ed:has-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="some $child in $element/* satisfies
      if ($child/self::note and ed:note-place($child) = 'end') then false()
      else ed:is-block($child) or ed:has-blocks($child)"/>
  </xsl:function>

  <!--
    Where a note is printed: `inline` in its line, in brackets; `block` where it stands, between the blocks;
    `end` after the text, with a sign at its place. A note that a reference elsewhere points to stays where its
    edition put it, and so do notes in descriptions (of a person, a book), which annotate no place in a text.
  -->
  <xsl:function name="ed:note-place" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="parent" select="$note/.."/>
    <xsl:variable name="between-blocks" select="ed:is-container($parent) and not($parent/(self::opener | self::closer))"/>
    <xsl:sequence select="
      if ($note/@place = ('inline', 'inspace', 'interlinear')) then (if ($between-blocks) then 'block' else 'inline')
      else if ($between-blocks) then 'block'
      else if ($parent/(self::opener | self::closer)) then (if ($note/(@n | @place)) then 'end' else 'block')
      else if ($parent/(self::item | self::p) and ed:is-only-element($note) and not($parent/text()[normalize-space()])) then 'block'
      else if ($note/ancestor::teiHeader or map:contains($ed:descriptions, local-name($parent))) then 'inline'
      else 'end'"/>
  </xsl:function>

  <!-- True of an element without siblings. Only its neighbours are looked at: there can be thousands of others. -->
  <xsl:function name="ed:is-only-element" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="empty($element/preceding-sibling::*[1]) and empty($element/following-sibling::*[1])"/>
  </xsl:function>

  <!-- The notes of a TEI document (not those of TEI documents inside it) that are printed after its text, in order. -->
  <xsl:function name="ed:end-notes" as="element(note)*">
    <xsl:param name="document" as="element()"/>
    <xsl:sequence select="$document/(* except (TEI | teiCorpus | teiHeader))/descendant-or-self::note[ed:note-place(.) = 'end']"/>
  </xsl:function>

  <!-- The heading of the end notes: the one that the source prints, where the header tells it, else a word of ours. -->
  <xsl:function name="ed:notes-heading" as="xs:string">
    <xsl:param name="document" as="element()"/>
    <xsl:sequence select="($document/teiHeader/encodingDesc/editorialDecl//q[@type = 'notes-heading'] ! normalize-space(), ed:word('notes'))[1]"/>
  </xsl:function>

  <!--
    The sign of each end note by its generate-id(): the number that its edition printed (`@n`), never a count of
    ours. Notes without a number get an asterisk and their count among those, which nobody can take for a printed number.
  -->
  <xsl:function name="ed:note-signs" as="map(*)">
    <xsl:param name="notes" as="element(note)*"/>
    <xsl:variable name="unnumbered" select="$notes[not(normalize-space(@n))]"/>
    <xsl:sequence select="map:merge((
      $notes[normalize-space(@n)] ! map { generate-id(.) : normalize-space(@n) },
      $unnumbered ! map { generate-id(.) : '*' || position() }))"/>
  </xsl:function>

  <!-- True where an editor's brackets have to be printed around an element, because its text has none. -->
  <xsl:function name="ed:needs-brackets" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not(matches(normalize-space($element), '^[\[(⟨&lt;]'))"/>
  </xsl:function>

  <!-- True of a gloss that gives an original word, or the meaning of one before it: in its source it stood in brackets. -->
  <xsl:function name="ed:is-original-word" as="xs:boolean">
    <xsl:param name="gloss" as="element(gloss)"/>
    <xsl:variable name="before" select="$gloss/preceding-sibling::node()[self::* or normalize-space()][1]"/>
    <xsl:sequence select="ed:needs-brackets($gloss)
      and (exists($gloss/foreign) and not($gloss/text()[normalize-space()]) or exists($before/self::foreign))"/>
  </xsl:function>

  <!-- Headers that say that quotation marks of the source are not in the text (Guidelines, quotation/@marks). -->
  <xsl:key name="unmarked-quotation" match="quotation[@marks = 'none']" use="'none'"/>

  <!-- True of words in quotation whose marks the encoder left to the output. -->
  <xsl:function name="ed:needs-quotation-marks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists(key('unmarked-quotation', 'none', root($element))) and not(ed:is-block($element))
      and not(ed:has-blocks($element)) and not(matches(normalize-space($element), '^[\p{Pi}\p{Pf}&quot;''„]'))"/>
  </xsl:function>

  <!-- True of white space that a corpus puts between two tokens that are joined (Guidelines, att.linguistic, @join). -->
  <xsl:function name="ed:is-between-joined" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="not(normalize-space($text)) and ($text/preceding-sibling::*[1]/@join = ('right', 'both')
      or $text/following-sibling::*[1]/@join = ('left', 'both'))"/>
  </xsl:function>

  <!-- What stands for an omission: the printed dots, or what the encoder says of it, in brackets. -->
  <xsl:function name="ed:gap-sign" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="printed" select="normalize-space(string-join($gap/desc[normalize-space()], ' '))"/>
    <xsl:sequence select="
      if ($printed = '') then '[…]'
      else if (matches($printed, '^[\p{P}\p{S}\s]+$') or starts-with($printed, '[')) then $printed
      else '[' || $printed || ']'"/>
  </xsl:function>

  <!-- The kinds of the two readings of a choice, the one printed in the text first (`reading`: edited or source). -->
  <xsl:function name="ed:printed-reading" as="element()?">
    <xsl:param name="choice" as="element()"/>
    <xsl:param name="reading" as="xs:string"/>
    <xsl:sequence select="
      (if ($reading = 'source') then $choice/(sic, orig) else $choice/(corr, reg), $choice/abbr, $choice/am,
       $choice/lem, $choice/*[not(self::note)], $choice/*)[1]"/>
  </xsl:function>
</xsl:stylesheet>
