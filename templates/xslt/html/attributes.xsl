<?xml version="1.0" encoding="UTF-8"?>
<!-- The attributes that every HTML element takes over from its TEI element, and the two boxes that carry them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- Put before every id, so that several fragments can stand on one page. -->
  <xsl:param name="id-prefix" as="xs:string" select="''"/>

  <!-- True: paragraphs, speeches and notes that have an id have a link to themselves, so that they can be cited. -->
  <xsl:param name="permalinks" as="xs:boolean" select="false()"/>

  <!-- What the words of `@rend` mean; those not listed say nothing to a reader of HTML. -->
  <xsl:variable name="ed:renditions" as="map(*)" select="map:merge((
    ('bold', 'b', 'bf', 'strong', 'fett', 'font-weight:bold') ! map { . : 'bold' },
    ('italic', 'italics', 'i', 'it', 'kursiv', 'font-style:italic') ! map { . : 'italic' },
    ('smallcaps', 'small-caps', 'sc', 'smcap', 'smallcap', 'font-variant:small-caps') ! map { . : 'smallcaps' },
    ('caps', 'allcaps', 'uppercase', 'text-transform:uppercase') ! map { . : 'caps' },
    ('underline', 'underlined', 'u', 'ul', 'text-decoration:underline') ! map { . : 'underline' },
    ('strikethrough', 'strike', 'line-through', 'struck', 'text-decoration:line-through') ! map { . : 'strikethrough' },
    ('sup', 'super', 'superscript', 'vertical-align:super') ! map { . : 'sup' },
    ('sub', 'subscript', 'vertical-align:sub') ! map { . : 'sub' },
    ('center', 'centre', 'centered', 'centred', 'text-align:center') ! map { . : 'center' },
    ('right', 'flushright', 'align-right', 'text-align:right') ! map { . : 'right' },
    ('indent', 'indented') ! map { . : 'indent' },
    ('spaced', 'letterspaced', 'gesperrt', 'g') ! map { . : 'spaced' },
    ('large', 'larger', 'big') ! map { . : 'large' },
    ('small', 'smaller') ! map { . : 'small' },
    ('roman', 'normal', 'font-style:normal') ! map { . : 'roman' },
    ('monospace', 'tt', 'typewriter', 'code') ! map { . : 'monospace' }))"/>

  <!-- Classes for `@rend` and `@style`. Only known words become classes; raw CSS never reaches the page. -->
  <xsl:function name="ed:rendition-classes" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" select="
      tokenize(lower-case($element/@rend), '[\s;,]+'),
      tokenize(lower-case($element/@style), ';') ! replace(., '\s', ''),
      tokenize(lower-case($element/@rendition)) ! replace(., '^.*[#:]', '')"/>
    <xsl:sequence select="distinct-values($words ! $ed:renditions(.)) ! ('tei-rend-' || .)"/>
  </xsl:function>

  <!-- The HTML id of a TEI element, or nothing. Only the first of several elements with one id has it. -->
  <xsl:function name="ed:id" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@xml:id[. != '' and translate(., ' &#9;&#10;&#13;', '') = . and key('id', ., root($element))[1] is $element] ! ($id-prefix || .)"/>
  </xsl:function>

  <!-- A fragment address of an id on this page. -->
  <xsl:function name="ed:fragment" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="'#' || encode-for-uri($id)"/>
  </xsl:function>

  <!-- The link of an element to itself. What stands in a note is cited by the note. -->
  <xsl:template name="permalink">
    <xsl:param name="of" as="element()?" select="."/>
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="id" select="if ($permalinks and not($phrasing)) then $of[not(parent::note)] ! ed:id(.) else ()"/>
    <xsl:if test="$id"><a class="tei-permalink" href="{ed:fragment($id)}" aria-label="{ed:word('permalink')}">¶</a></xsl:if>
  </xsl:template>

  <!-- Attributes of TEI that are kept as data of the page. -->
  <xsl:variable name="ed:data-attributes" as="map(*)" select="map:merge(
    ('type', 'subtype', 'who', 'ref', 'when', 'from', 'to', 'notBefore', 'notAfter', 'cert', 'reason', 'unit', 'wit', 'hand')
    ! map { . : true() })"/>

  <!-- class, id, lang and what a script or style may want to know (`data-…`) of the current TEI element. -->
  <xsl:template name="attributes">
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:param name="id" as="xs:string?" select="ed:id(.)"/>
    <xsl:variable name="more" select="$classes, if (@rend or @style or @rendition) then ed:rendition-classes(.) else (),
      if (@cert = ('low', 'medium', 'unknown')) then 'tei-uncertain' else ()"/>
    <xsl:attribute name="class" select="if (empty($more)) then 'tei-' || local-name() else distinct-values(('tei-' || local-name(), $more))"/>
    <xsl:if test="$id"><xsl:attribute name="id" select="$id"/></xsl:if>
    <xsl:if test="@xml:lang and matches(@xml:lang, '^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$')">
      <xsl:attribute name="lang" select="@xml:lang"/>
    </xsl:if>
    <xsl:for-each select="@*[map:contains($ed:data-attributes, name())]">
      <!-- Nearly all values are plain words and local addresses; only the others are looked at word by word. -->
      <xsl:if test="ed:is-plain(.) or (every $word in tokenize(.) satisfies ed:is-safe-link($word) or matches($word, '^[\w.+-]+$'))">
        <xsl:attribute name="data-{lower-case(local-name())}" select="."/>
      </xsl:if>
    </xsl:for-each>
    <xsl:if test="self::l and ed:has-shown-number(.)"><xsl:attribute name="data-n" select="normalize-space(@n)"/></xsl:if>
  </xsl:template>

  <!--
    A block. Inside a heading or another element that holds words only (`phrasing`), it is a span that the style
    sheet shows as a block, for an HTML parser would end the heading there.
  -->
  <xsl:template name="block">
    <xsl:param name="as" as="xs:string" select="'div'"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:param name="permalink" as="element()?"/>
    <xsl:param name="before" as="xs:string" select="''"/>
    <xsl:param name="after" as="xs:string" select="''"/>
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="words-only" select="$as = ('p', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'caption')"/>
    <xsl:element name="{if ($phrasing) then 'span' else if ($as = 'p' and ed:has-blocks(.)) then 'div' else $as}">
      <xsl:call-template name="attributes">
        <xsl:with-param name="classes" select="$classes, if ($phrasing) then 'tei-block' else ()"/>
      </xsl:call-template>
      <xsl:if test="$permalink"><xsl:call-template name="permalink"><xsl:with-param name="of" select="$permalink"/></xsl:call-template></xsl:if>
      <xsl:if test="$before"><span class="tei-bracket">{$before}</span></xsl:if>
      <xsl:apply-templates>
        <xsl:with-param name="phrasing" tunnel="yes" select="$phrasing or ($words-only and not($as = 'p' and ed:has-blocks(.)))"/>
      </xsl:apply-templates>
      <xsl:if test="$after"><span class="tei-bracket">{$after}</span></xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- Words in a line; a block where they hold blocks and stand where blocks may. -->
  <xsl:template name="inline">
    <xsl:param name="as" as="xs:string" select="'span'"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:param name="before" as="xs:string" select="''"/>
    <xsl:param name="after" as="xs:string" select="''"/>
    <xsl:param name="title" as="xs:string?"/>
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="holds-blocks" select="not($phrasing) and ed:has-blocks(.)"/>
    <xsl:element name="{if ($holds-blocks) then 'div' else $as}">
      <xsl:call-template name="attributes"><xsl:with-param name="classes" select="$classes"/></xsl:call-template>
      <xsl:if test="$title"><xsl:attribute name="title" select="$title"/></xsl:if>
      <xsl:if test="$before"><span class="tei-bracket">{$before}</span></xsl:if>
      <xsl:apply-templates>
        <xsl:with-param name="phrasing" tunnel="yes" select="not($holds-blocks)"/>
      </xsl:apply-templates>
      <xsl:if test="$after"><span class="tei-bracket">{$after}</span></xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- A reading that the text does not print: beside the printed one, shown when a reader points at it or tabs to it. -->
  <xsl:template name="alternative">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="readings" as="node()*" select="."/>
    <xsl:if test="exists($readings)">
      <!-- The space belongs to the bracket: where this is hidden, no space stands before what follows. -->
      <span class="tei-alternative">
        <span class="tei-bracket"><xsl:text> [</xsl:text></span>
        <xsl:if test="$label"><span class="tei-label-ours">{$label} </span></xsl:if>
        <xsl:for-each select="$readings">
          <xsl:if test="position() gt 1"><span class="tei-bracket">; </span></xsl:if>
          <xsl:apply-templates select=".">
            <xsl:with-param name="phrasing" tunnel="yes" select="true()"/>
          </xsl:apply-templates>
        </xsl:for-each>
        <span class="tei-bracket">]</span>
      </span>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
