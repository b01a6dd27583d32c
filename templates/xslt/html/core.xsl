<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module core: paragraphs, emphasis, quotation, editorial changes, breaks, abbreviations, dates. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- Which reading of an error or a spelling stands in the text: `edited` (corr, reg) or `source` (sic, orig). -->
  <xsl:param name="reading" as="xs:string" select="'edited'"/>

  <!-- Paragraphs; one that holds a list, a quotation or another block is a div, for HTML paragraphs hold words only. -->
  <xsl:template match="p | ab">
    <xsl:call-template name="block">
      <xsl:with-param name="as" select="'p'"/>
      <xsl:with-param name="permalink" select="."/>
    </xsl:call-template>
  </xsl:template>

  <!-- Emphasis and other words that stand out. -->
  <xsl:template match="hi | distinct | mentioned | soCalled | term">
    <xsl:call-template name="inline"/>
  </xsl:template>
  <xsl:template match="emph"><xsl:call-template name="inline"><xsl:with-param name="as" select="'em'"/></xsl:call-template></xsl:template>
  <xsl:template match="foreign"><xsl:call-template name="inline"><xsl:with-param name="as" select="'i'"/></xsl:call-template></xsl:template>
  <xsl:template match="title">
    <xsl:call-template name="inline">
      <xsl:with-param name="as" select="if (@level = ('m', 'j', 's') or not(@level)) then 'cite' else 'span'"/>
      <xsl:with-param name="classes" select="@level[matches(., '^[a-z]$')] ! ('tei-title-' || .)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A gloss; the original word that a translator gave in brackets gets them back. -->
  <xsl:template match="gloss">
    <xsl:variable name="brackets" select="ed:is-original-word(.)"/>
    <xsl:call-template name="inline">
      <xsl:with-param name="before" select="if ($brackets) then '[' else ''"/>
      <xsl:with-param name="after" select="if ($brackets) then ']' else ''"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Quotations and speech. Marks stand in the text; none are added. A quotation between paragraphs is set off. -->
  <xsl:template match="quote | cit | q | said">
    <xsl:choose>
      <xsl:when test="ed:is-block(.) or (self::quote and ed:has-blocks(.))">
        <xsl:call-template name="block"><xsl:with-param name="as" select="if (self::quote or self::cit[not(parent::entry | parent::sense)]) then 'blockquote' else 'div'"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="marks" select="not(self::cit) and ed:needs-quotation-marks(.)"/>
        <xsl:call-template name="inline">
          <xsl:with-param name="before" select="if ($marks) then '“' else ''"/>
          <xsl:with-param name="after" select="if ($marks) then '”' else ''"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Bibliographic references in words, and in parts. -->
  <xsl:template match="bibl">
    <xsl:choose>
      <xsl:when test="ed:is-block(.) and not(parent::cit)"><xsl:call-template name="block"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="inline"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="biblStruct | biblFull"><xsl:call-template name="described"/></xsl:template>

  <!-- A choice of two readings: one in the text, the other beside it, one step away. -->
  <xsl:template match="choice">
    <xsl:variable name="printed" select="ed:printed-reading(., $reading)"/>
    <xsl:variable name="others" select="* except $printed"/>
    <span tabindex="0">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="text()[normalize-space()], $printed"><xsl:with-param name="phrasing" tunnel="yes" select="true()"/></xsl:apply-templates>
      <xsl:call-template name="alternative">
        <xsl:with-param name="label" select="
          if ($printed[self::corr | self::reg]) then ed:word('source')
          else if ($printed[self::sic | self::orig]) then ed:word('edited')
          else if ($printed[self::abbr | self::am]) then '' else ed:word('or')"/>
        <xsl:with-param name="readings" select="$others"/>
      </xsl:call-template>
    </span>
  </xsl:template>

  <!--
    An abbreviation and its expansion: read to those who listen, shown when pointed at, and listed after the text, so
    that a page full of abbreviations is no page full of brackets.
  -->
  <xsl:template match="choice[abbr and expan][ed:printed-reading(., $reading)/self::abbr]">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="classes" select="'tei-abbreviated'"/></xsl:call-template>
      <xsl:apply-templates select="text()[normalize-space()], abbr"><xsl:with-param name="phrasing" tunnel="yes" select="true()"/></xsl:apply-templates>
      <xsl:call-template name="alternative">
        <xsl:with-param name="label" select="''"/>
        <xsl:with-param name="readings" select="* except abbr"/>
      </xsl:call-template>
    </span>
  </xsl:template>

  <!-- The abbreviations of a document with their expansions, each once, after the notes. -->
  <xsl:template name="abbreviations">
    <xsl:variable name="expanded" select="(* except (teiHeader, TEI, teiCorpus))//choice[abbr and expan]"/>
    <xsl:if test="exists($expanded)">
      <section class="tei-abbreviations" aria-label="{ed:word('abbreviations')}">
        <p class="tei-notes-heading">{ed:word('abbreviations')}</p>
        <dl>
          <xsl:for-each-group select="$expanded" group-by="normalize-space(abbr[1]) || '&#x9;' || normalize-space(expan[1])">
            <xsl:sort select="current-grouping-key()"/>
            <dt>{normalize-space(abbr[1])}</dt>
            <dd>{normalize-space(expan[1])}</dd>
          </xsl:for-each-group>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- An abbreviation; its expansion, where the encoding has one, is its title as well as the text beside it. -->
  <xsl:template match="abbr">
    <xsl:call-template name="inline">
      <xsl:with-param name="as" select="'abbr'"/>
      <xsl:with-param name="title" select="parent::choice/expan[1] ! normalize-space()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Additions and deletions of the manuscript. -->
  <xsl:template match="add"><xsl:call-template name="inline"><xsl:with-param name="as" select="'ins'"/></xsl:call-template></xsl:template>
  <xsl:template match="del"><xsl:call-template name="inline"><xsl:with-param name="as" select="'del'"/></xsl:call-template></xsl:template>

  <!-- An omission: its printed dots, or a sign in brackets with what the encoding knows of it. -->
  <xsl:template match="gap | ellipsis">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:if test="@reason | @extent | @quantity">
        <xsl:attribute name="title" select="normalize-space(string-join((@reason, @quantity, @unit, @extent), ' '))"/>
      </xsl:if>
      <xsl:text>{ed:gap-sign(.)}</xsl:text>
      <xsl:apply-templates select="node() except desc"><xsl:with-param name="phrasing" tunnel="yes" select="true()"/></xsl:apply-templates>
    </span>
  </xsl:template>

  <!-- Words that the encoder is not sure to have read. -->
  <xsl:template match="unclear">
    <xsl:call-template name="inline"><xsl:with-param name="after" select="'[?]'"/></xsl:call-template>
  </xsl:template>

  <!-- Dates and times: the value for machines where HTML knows its form, as data otherwise; a link where there is a chronology. -->
  <xsl:template match="date | time">
    <xsl:param name="in-link" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="address" select="ed:date-address(.)"/>
    <xsl:variable name="value" select="(@when, @when-iso)[matches(., '^(\d{4}(-\d\d(-\d\d)?)?|--\d\d-\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?|\d\d:\d\d(:\d\d)?)$')][1]"/>
    <xsl:choose>
      <xsl:when test="ed:is-block(.)"><xsl:call-template name="block"/></xsl:when>
      <xsl:when test="exists($address) and not($in-link) and not(ed:holds-links(.)) and not(ed:has-blocks(.))">
        <a href="{$address}">
          <xsl:call-template name="attributes"/>
          <xsl:choose>
            <xsl:when test="exists($value)"><time datetime="{replace($value, '^--', '')}"><xsl:apply-templates/></time></xsl:when>
            <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
          </xsl:choose>
        </a>
      </xsl:when>
      <xsl:when test="empty($value) or ed:has-blocks(.)"><xsl:call-template name="inline"/></xsl:when>
      <xsl:otherwise>
        <time datetime="{replace($value, '^--', '')}">
          <xsl:call-template name="attributes"/>
          <xsl:apply-templates/>
        </time>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Line breaks. One inside a word joins its halves. -->
  <xsl:template match="lb">
    <br><xsl:call-template name="attributes"/></br>
    <xsl:call-template name="words-of-empty"/>
  </xsl:template>

  <!-- The first line of a block begins where the block does: a place that a link can lead to, and no break. -->
  <xsl:template match="p/lb[ed:begins-block(.)] | ab/lb[ed:begins-block(.)] | head/lb[ed:begins-block(.)] | l/lb[ed:begins-block(.)]">
    <xsl:if test="@xml:id"><span><xsl:call-template name="attributes"/></span></xsl:if>
    <xsl:call-template name="words-of-empty"/>
  </xsl:template>
  <xsl:function name="ed:begins-block" as="xs:boolean">
    <xsl:param name="break" as="element(lb)"/>
    <xsl:sequence select="empty($break/preceding-sibling::*[1]) and empty($break/preceding-sibling::text()[normalize-space()])"/>
  </xsl:function>

  <!-- Elements that TEI knows as empty have no words; those of a faulty document are kept. -->
  <xsl:template name="words-of-empty">
    <xsl:apply-templates><xsl:with-param name="phrasing" tunnel="yes" select="true()"/></xsl:apply-templates>
  </xsl:template>

  <!-- Breaks of page, column, gathering: the printed number, or a stroke where there is none. A page's picture is a link where it is a safe one. -->
  <xsl:template match="pb | cb | gb | milestone">
    <xsl:param name="in-link" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="number" select="string(@n)"/>
    <xsl:variable name="space" select="if (@break = 'no' or ed:is-container(..) or parent::table or parent::list) then '' else ' '"/>
    <xsl:text>{$space}</xsl:text>
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:if test="self::pb"><xsl:attribute name="role" select="'doc-pagebreak'"/></xsl:if>
      <xsl:if test="self::pb">
        <xsl:attribute name="aria-label" select="normalize-space(ed:word('page') || ' ' || @n)"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="normalize-space(@n)">
          <span class="tei-break-n">[<xsl:if test="self::pb"><span class="tei-label-ours">{ed:word('page')} </span></xsl:if>{normalize-space(@n)}]</span>
        </xsl:when>
        <xsl:otherwise>|</xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="words-of-empty"/>
    </span>
    <xsl:for-each select="(if (self::pb and not($in-link)) then ed:facsimile-address(.) else ())">
      <a class="tei-facs" href="{.}" aria-label="{normalize-space(ed:word('illustration') || ', ' || ed:word('page') || ' ' || $number)}">▣</a>
    </xsl:for-each>
    <xsl:text>{$space}</xsl:text>
  </xsl:template>

  <!-- Index entries and generated divisions print nothing where they stand; their own words, if any, are kept. -->
  <xsl:template match="index | divGen | lacunaStart | lacunaEnd | anchor">
    <xsl:if test="@xml:id or normalize-space()">
      <xsl:call-template name="inline"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
