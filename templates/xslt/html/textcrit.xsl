<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module textcrit: one reading in the text, a sign at it, and the readings of other witnesses at the foot. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- The id of a place in the text that an entry is about: its own, or one made of its sign. -->
  <xsl:function name="ed:place-id" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="sign" as="xs:string"/>
    <xsl:sequence select="(ed:id($place), $id-prefix || 'app~' || string-join($place/ancestor::*[self::TEI | self::teiCorpus][parent::*]
      ! (count(preceding-sibling::*) || '~')) || $sign)[1]"/>
  </xsl:function>

  <!-- An entry at its place: the lemma, or else the first reading, is the text; a sign leads to the others. -->
  <xsl:template match="app">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:param name="entry-signs" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="lemma" select="ed:lemma(.)"/>
    <xsl:variable name="sign" select="$entry-signs(generate-id())"/>
    <xsl:choose>
      <!-- An entry within a reading, or where no apparatus follows: its readings in brackets. -->
      <xsl:when test="empty($sign)">
        <span>
          <xsl:call-template name="attributes"/>
          <xsl:apply-templates select="text()[normalize-space()], $lemma"><xsl:with-param name="phrasing" tunnel="yes" select="true()"/></xsl:apply-templates>
          <xsl:text> </xsl:text>
          <span class="tei-readings">
            <span class="tei-bracket">(</span>
            <xsl:call-template name="entry-readings"/>
            <span class="tei-bracket">)</span>
          </span>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{if (not($phrasing) and ed:has-blocks(.)) then 'div' else 'span'}">
          <xsl:call-template name="attributes"><xsl:with-param name="id" select="ed:place-id(., $sign)"/></xsl:call-template>
          <xsl:attribute name="data-kind" select="ed:entry-kind(.)"/>
          <xsl:if test="ed:has-blocks(.)"><xsl:call-template name="entry-sign"><xsl:with-param name="sign" select="$sign"/></xsl:call-template></xsl:if>
          <xsl:apply-templates select="text()[normalize-space()], $lemma"/>
          <xsl:if test="not(ed:has-blocks(.))"><xsl:call-template name="entry-sign"><xsl:with-param name="sign" select="$sign"/></xsl:call-template></xsl:if>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A place that entries which stand apart point to. -->
  <xsl:template match="anchor[@xml:id][key('entry-at', @xml:id)[ancestor::standOff]]">
    <xsl:param name="entry-signs" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="sign" select="$entry-signs(generate-id())"/>
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:if test="$sign">
        <xsl:attribute name="data-kind" select="ed:entry-kind(ed:entries-at(.)[1])"/>
        <xsl:call-template name="entry-sign"><xsl:with-param name="sign" select="$sign"/></xsl:call-template>
      </xsl:if>
    </span>
  </xsl:template>

  <!-- The sign at a place, which leads to its entry. -->
  <xsl:template name="entry-sign">
    <xsl:param name="sign" as="xs:string"/>
    <sup class="tei-entry-ref"><a href="{ed:fragment(ed:place-id(., $sign) || '~entry')}" aria-label="{ed:word('variants')} {$sign}">{$sign}</a></sup>
  </xsl:template>

  <!-- The apparatus of a document: its entries in the order of the text, then those whose place is not in the text. -->
  <xsl:template name="apparatus">
    <xsl:variable name="places" select="ed:entry-places(.)"/>
    <xsl:variable name="placed" select="$places ! ed:entries-at(.)"/>
    <xsl:variable name="apart" select="(* except (TEI, teiCorpus, teiHeader))/descendant-or-self::standOff//app[parent::listApp] except $placed"/>
    <xsl:if test="$places or $apart">
      <xsl:variable name="notes" select="ed:end-notes(.)"/>
      <xsl:variable name="signs" select="ed:entry-signs($places)"/>
      <xsl:variable name="note-signs" select="ed:note-signs($notes)"/>
      <xsl:variable name="note-ids" select="ed:note-ids($notes)"/>
      <section class="tei-apparatus" aria-label="{ed:word('variants')}">
        <p class="tei-notes-heading">{ed:word('variants')}</p>
        <xsl:for-each select="$places">
          <xsl:variable name="place" select="."/>
          <xsl:variable name="sign" select="$signs(generate-id())"/>
          <xsl:for-each select="ed:entries-at(.)">
            <xsl:call-template name="entry">
              <xsl:with-param name="place" select="$place"/>
              <xsl:with-param name="sign" select="$sign"/>
              <xsl:with-param name="is-first" select="position() = 1"/>
              <xsl:with-param name="places" tunnel="yes" select="$signs"/>
              <xsl:with-param name="note-signs" tunnel="yes" select="$note-signs"/>
              <xsl:with-param name="note-ids" tunnel="yes" select="$note-ids"/>
            </xsl:call-template>
          </xsl:for-each>
        </xsl:for-each>
        <xsl:for-each select="$apart">
          <xsl:call-template name="entry">
            <xsl:with-param name="note-signs" tunnel="yes" select="$note-signs"/>
            <xsl:with-param name="note-ids" tunnel="yes" select="$note-ids"/>
          </xsl:call-template>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- One entry at the foot: sign, place, lemma ] reading, witnesses; reading, witnesses …. -->
  <xsl:template name="entry">
    <xsl:param name="place" as="element()?"/>
    <xsl:param name="sign" as="xs:string?"/>
    <xsl:param name="is-first" as="xs:boolean" select="true()"/>
    <xsl:variable name="lemma" select="ed:lemma(.)"/>
    <xsl:variable name="id" select="if ($place and $is-first) then ed:place-id($place, $sign) else ()"/>
    <xsl:variable name="location" select="ed:entry-location(($place[not(self::anchor)], .)[1])"/>
    <p class="tei-entry" data-kind="{ed:entry-kind(.)}">
      <xsl:if test="$id or ed:is-apart(.)"><xsl:for-each select="($id ! (. || '~entry'), ed:id(.))[1]"><xsl:attribute name="id" select="."/></xsl:for-each></xsl:if>
      <xsl:if test="$place">
        <xsl:choose>
          <xsl:when test="$place[self::app | self::anchor]">
            <a class="tei-entry-sign" href="{ed:fragment(ed:place-id($place, $sign))}" aria-label="{ed:word('to-place')} {$sign}">{$sign}</a>
          </xsl:when>
          <xsl:when test="ed:id($place)"><a class="tei-entry-sign" href="{ed:fragment(ed:id($place))}" aria-label="{ed:word('to-place')}">↑</a></xsl:when>
        </xsl:choose>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:if test="$location"><span class="tei-entry-location">{$location}</span><xsl:text> </xsl:text></xsl:if>
      <xsl:call-template name="entry-lemma"><xsl:with-param name="place" select="$place"/></xsl:call-template>
      <xsl:call-template name="entry-readings"/>
    </p>
  </xsl:template>

  <!-- The lemma as an entry repeats it, with its witnesses. -->
  <xsl:template name="entry-lemma">
    <xsl:param name="place" as="element()?"/>
    <xsl:variable name="lemma" select="ed:lemma(.)"/>
    <xsl:variable name="words" select="if (ed:is-of-marks(.)) then ed:context-word(.) || $lemma else ed:lemma-words($lemma)"/>
    <xsl:variable name="before" select="if ($words) then '' else ed:neighbour-words(., $place)"/>
    <xsl:if test="$words or $before">
      <span class="tei-entry-lemma"><xsl:copy-of select="$lemma/@xml:lang[matches(., '^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$')] ! ed:lang-attribute(.)"/>{($words, $before)[. != ''][1]}</span>
    </xsl:if>
    <xsl:if test="$words and $lemma[@wit | @source | @resp or following-sibling::*[1]/self::wit]"><xsl:text> </xsl:text><span class="tei-sigla">{ed:reading-sigla($lemma)}</span></xsl:if>
    <xsl:if test="$lemma"><xsl:call-template name="remarks"><xsl:with-param name="remarks" select="ed:remarks-on($lemma)"/></xsl:call-template></xsl:if>
    <xsl:if test="$words or $before"><span class="tei-bracket">] </span></xsl:if>
  </xsl:template>

  <!-- The language of an element, as HTML says it. -->
  <xsl:function name="ed:lang-attribute" as="attribute()">
    <xsl:param name="language" as="attribute()"/>
    <xsl:attribute name="lang" select="$language"/>
  </xsl:function>

  <!-- The readings that the text does not print, with their witnesses and what is said of them. -->
  <xsl:template name="entry-readings">
    <xsl:variable name="lemma" select="ed:lemma(.)"/>
    <xsl:variable name="readings" select="ed:entry-readings(.) except $lemma"/>
    <xsl:variable name="first-of-all" select="$readings[1]"/>
    <xsl:for-each select="$readings">
      <xsl:if test="not(. is $first-of-all)"><span class="tei-bracket">; </span></xsl:if>
      <xsl:apply-templates select="."><xsl:with-param name="phrasing" tunnel="yes" select="true()"/></xsl:apply-templates>
    </xsl:for-each>
    <xsl:call-template name="remarks">
      <xsl:with-param name="remarks" select="(ed:entry-remarks(.) | text()[normalize-space()][ed:is-apart(..)]) except ed:entry-readings(.)/ed:remarks-on(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What is said of a reading, or of a whole entry, in brackets. -->
  <xsl:template name="remarks">
    <xsl:param name="remarks" as="node()*"/>
    <xsl:for-each select="$remarks">
      <xsl:text> </xsl:text>
      <span class="tei-entry-note">
        <span class="tei-bracket">(</span>
        <xsl:if test="self::witDetail/@wit"><span class="tei-sigla">{ed:sigla(@wit)}</span><xsl:text>: </xsl:text></xsl:if>
        <xsl:choose>
          <xsl:when test="self::note | self::witDetail | self::wit"><xsl:apply-templates><xsl:with-param name="phrasing" tunnel="yes" select="true()"/></xsl:apply-templates></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="."><xsl:with-param name="phrasing" tunnel="yes" select="true()"/></xsl:apply-templates></xsl:otherwise>
        </xsl:choose>
        <span class="tei-bracket">)</span>
      </span>
    </xsl:for-each>
  </xsl:template>

  <!-- A reading: as text where it is printed, else with what it does to the text, its witnesses and their details. -->
  <xsl:template match="lem | rdg">
    <xsl:variable name="entry" select="ancestor::app[1]"/>
    <xsl:choose>
      <xsl:when test="empty($entry) or . is ed:lemma($entry) and not(ed:is-apart($entry))"><xsl:call-template name="inline"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="lemma" select="ed:lemma($entry)"/>
        <xsl:variable name="kind" select="ed:reading-kind(., $lemma)"/>
        <xsl:variable name="signs" select=".//(witStart | witEnd | lacunaStart | lacunaEnd)"/>
        <xsl:variable name="context" select="ed:context-word($entry)"/>
        <xsl:if test="$context"><span class="tei-entry-context">{$context}</span></xsl:if>
        <xsl:if test="not($context) and ed:is-omission(.) and $kind != 'layout'"><i class="tei-entry-term">{ed:word('omits')}</i><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="$lemma and ed:is-omission($lemma) and not(. is $lemma) and not(ed:is-omission(.)) and not($context) and empty($signs) and $kind != 'layout'">
          <i class="tei-entry-term">{ed:word('adds')}</i><xsl:text> </xsl:text>
        </xsl:if>
        <xsl:if test="$kind = 'layout' and not($context) and not(normalize-space())">
          <i class="tei-entry-term">{if (.//milestone) then ed:word('new-paragraph') else if ($lemma//milestone) then ed:word('no-paragraph') else ed:word('omits')}</i><xsl:text> </xsl:text>
        </xsl:if>
        <xsl:if test="normalize-space() or (* except ($signs, milestone[$kind = 'layout'], lb)) or @xml:id"><xsl:call-template name="inline"/></xsl:if>
        <xsl:if test="ed:reading-sigla(.)"><xsl:text> </xsl:text><span class="tei-sigla">{ed:reading-sigla(.)}</span></xsl:if>
        <xsl:call-template name="remarks"><xsl:with-param name="remarks" select="ed:remarks-on(.)"/></xsl:call-template>
        <xsl:for-each select="$signs"><xsl:text> </xsl:text><i class="tei-entry-term">{ed:word(local-name())}</i></xsl:for-each>
        <xsl:if test="$kind = 'transposition' or @subtype = 'transposition'"><xsl:call-template name="other-places"/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where a transposed passage stands elsewhere: the signs of those entries, which lead there. -->
  <xsl:template name="other-places">
    <xsl:param name="places" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="reading" select="."/>
    <xsl:variable name="others" select="tokenize(@corresp)[starts-with(., '#')] ! key('id', substring(., 2), root($reading))[self::app]"/>
    <xsl:text> </xsl:text>
    <i class="tei-entry-term">{ed:word('transposed')}</i>
    <xsl:for-each select="$others[map:contains($places, generate-id())]">
      <xsl:variable name="sign" select="$places(generate-id())"/>
      <xsl:text> </xsl:text>
      <a class="tei-entry-other" href="{ed:fragment(ed:place-id(., $sign) || '~entry')}" aria-label="{ed:word('variants')} {$sign}">{$sign}</a>
    </xsl:for-each>
  </xsl:template>

  <!-- Groups of readings are read one by one; witnesses in elements of their own are printed with their reading. -->
  <xsl:template match="rdgGrp"><xsl:apply-templates/></xsl:template>

  <!-- Signs of a witness's extent are told in words of ours. -->
  <xsl:template match="witStart | witEnd | lacunaStart | lacunaEnd" priority="1"/>

  <!-- Entries that stand apart: in the text's own list, where it has one; those of the stand-off part stand at the foot. -->
  <xsl:template match="listApp/app">
    <xsl:call-template name="entry"/>
  </xsl:template>
  <xsl:template match="standOff//listApp"/>
</xsl:stylesheet>
