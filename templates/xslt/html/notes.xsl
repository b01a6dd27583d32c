<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module core: notes, and the references that lead to them and elsewhere. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- The id of an end note: its own, or one made of its sign. A tilde, which no id of XML can have, keeps ids of ours apart. -->
  <xsl:function name="ed:note-id" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="position" as="xs:integer"/>
    <xsl:sequence select="(ed:id($note), $id-prefix || 'note~' || ed:document-number($note) || $position)[1]"/>
  </xsl:function>

  <!-- Which document of a corpus a note belongs to, as the places of the documents around it; nothing outside a corpus. -->
  <xsl:function name="ed:document-number" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="string-join($note/ancestor::*[self::TEI | self::teiCorpus][parent::*] ! (count(preceding-sibling::*) || '~'))"/>
  </xsl:function>

  <!-- A note where it stands: in its line, between the blocks, or the sign that leads to it at the end. -->
  <xsl:template match="note">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:param name="note-signs" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:param name="note-ids" as="map(*)" tunnel="yes" select="map {}"/>
    <xsl:variable name="place" select="ed:note-place(.)"/>
    <xsl:variable name="brackets" select="@place = 'inline' and ed:needs-brackets(.)"/>
    <xsl:choose>
      <xsl:when test="$place = 'end' and map:contains($note-signs, generate-id())">
        <xsl:call-template name="note-reference">
          <xsl:with-param name="note-id" select="($note-ids(generate-id()), $id-prefix || 'note~' || generate-id())[1]"/>
          <xsl:with-param name="sign" select="$note-signs(generate-id())"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$place = 'block' and not($phrasing)">
        <div role="note">
          <xsl:call-template name="attributes"/>
          <xsl:call-template name="note-number"/>
          <xsl:if test="$brackets"><span class="tei-bracket">[</span></xsl:if>
          <xsl:apply-templates/>
          <xsl:if test="$brackets"><span class="tei-bracket">]</span></xsl:if>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="inline">
          <xsl:with-param name="classes" select="'tei-note-inline'"/>
          <xsl:with-param name="before" select="if (ed:needs-brackets(.) and not(ancestor::teiHeader)) then '[' || (@n ! (. || ' ')) else ''"/>
          <xsl:with-param name="after" select="if (ed:needs-brackets(.) and not(ancestor::teiHeader)) then ']' else ''"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The printed number of a note that stands where its edition put it, with the ways back to what points to it. -->
  <xsl:template name="note-number">
    <xsl:if test="normalize-space(@n)"><span class="tei-note-number">{normalize-space(@n)}</span><xsl:text> </xsl:text></xsl:if>
    <xsl:if test="@xml:id and ed:id(.)"><xsl:call-template name="back-links"/></xsl:if>
  </xsl:template>

  <!-- Links to the references that point here: the first one, and each other that has an id. -->
  <xsl:template name="back-links">
    <xsl:variable name="note" select="."/>
    <xsl:for-each select="key('pointer', @xml:id)[not(ancestor::teiHeader)]">
      <xsl:variable name="id" select="if (position() = 1) then (ed:id(.), $id-prefix || $note/@xml:id || '~ref')[1] else ed:id(.)"/>
      <xsl:if test="$id">
        <a class="tei-backlink" role="doc-backlink" href="{ed:fragment($id)}"
          aria-label="{normalize-space(ed:word('back') || ' ' || $note/@n)}">↩</a>
        <xsl:text> </xsl:text>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The sign of an end note at its place. -->
  <xsl:template name="note-reference">
    <xsl:param name="note-id" as="xs:string"/>
    <xsl:param name="sign" as="xs:string"/>
    <sup class="tei-noteref">
      <a id="{$note-id}~ref" role="doc-noteref" href="{ed:fragment($note-id)}">{$sign}</a>
    </sup>
  </xsl:template>

  <!-- The notes of a document after its text, numbered as printed, each with the way back. -->
  <xsl:template name="end-notes">
    <xsl:variable name="notes" select="ed:end-notes(.)"/>
    <xsl:variable name="signs" select="ed:note-signs($notes)"/>
    <xsl:variable name="ids" select="ed:note-ids($notes)"/>
    <xsl:if test="exists($notes)">
      <section class="tei-notes" role="doc-endnotes" aria-label="{ed:notes-heading(.)}">
        <p class="tei-notes-heading">{ed:notes-heading(.)}</p>
        <xsl:for-each select="$notes">
          <xsl:variable name="sign" select="$signs(generate-id())"/>
          <xsl:variable name="id" select="$ids(generate-id())"/>
          <div>
            <xsl:call-template name="attributes"><xsl:with-param name="id" select="$id"/></xsl:call-template>
            <xsl:choose>
              <xsl:when test="$permalinks"><a class="tei-note-number" href="{ed:fragment($id)}">{$sign}</a></xsl:when>
              <xsl:otherwise><span class="tei-note-number">{$sign}</span></xsl:otherwise>
            </xsl:choose>
            <div class="tei-note-body">
              <xsl:apply-templates>
                <xsl:with-param name="note-signs" tunnel="yes" select="$signs"/>
                <xsl:with-param name="note-ids" tunnel="yes" select="$ids"/>
              </xsl:apply-templates>
              <xsl:text> </xsl:text>
              <a class="tei-backlink" role="doc-backlink" href="{ed:fragment($id || '~ref')}" aria-label="{ed:word('back')} {$sign}">↩</a>
              <xsl:if test="@xml:id"><xsl:text> </xsl:text><xsl:call-template name="back-links"/></xsl:if>
            </div>
          </div>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The HTML id of each end note by its generate-id(). -->
  <xsl:function name="ed:note-ids" as="map(*)">
    <xsl:param name="notes" as="element(note)*"/>
    <xsl:sequence select="map:merge($notes ! map { generate-id(.) : ed:note-id(., position()) })"/>
  </xsl:function>

  <!-- True of an element whose content makes links of its own, so that it cannot be one link. -->
  <xsl:function name="ed:holds-links" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/descendant::*[self::note | self::ref | self::ptr | self::persName | self::placeName
      | self::orgName | self::name | self::rs | self::graphic | self::media | self::choice | self::app])"/>
  </xsl:function>

  <!-- References. To a note: its sign. To an id of this document or a safe address: a link. Else: its words. -->
  <xsl:template match="ref | ptr">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="addresses" select="ed:addresses(@target)"/>
    <xsl:variable name="note" select="$addresses[starts-with(., '#')] ! key('id', substring(., 2), root(current()))[1]/self::note"/>
    <!-- One unsafe address spoils the attribute: a scheme that a line end divides looks like two addresses. -->
    <xsl:variable name="links" select="if (every $address in $addresses satisfies ed:is-safe-link($address))
      then $addresses ! ed:link-address(., current()) else ()"/>
    <xsl:variable name="id" select="(ed:id(.), $note[1][@xml:id][key('pointer', @xml:id)[not(ancestor::teiHeader)][1] is current()] ! ($id-prefix || @xml:id || '~ref')[not(ed:note-place($note[1]) = 'end')])[1]"/>
    <xsl:variable name="as-link" select="exists($links) and not(ed:holds-links(.)) and not(ed:has-blocks(.))"/>
    <xsl:element name="{if ($as-link) then 'a' else if (ed:has-blocks(.) and not($phrasing)) then 'div' else 'span'}">
      <xsl:call-template name="attributes">
        <xsl:with-param name="id" select="$id"/>
        <xsl:with-param name="classes" select="if ($note) then 'tei-noteref' else ()"/>
      </xsl:call-template>
      <xsl:if test="$as-link">
        <xsl:attribute name="href" select="$links[1]"/>
        <xsl:if test="$note"><xsl:attribute name="role" select="'doc-noteref'"/></xsl:if>
      </xsl:if>
      <xsl:apply-templates>
        <xsl:with-param name="phrasing" tunnel="yes" select="$phrasing or $as-link"/>
        <xsl:with-param name="in-link" tunnel="yes" select="$as-link"/>
      </xsl:apply-templates>
      <xsl:if test="not(normalize-space())">{($note/@n[normalize-space()], @n[normalize-space()], $addresses)[1]}</xsl:if>
    </xsl:element>
    <xsl:for-each select="if ($as-link) then tail($links) else $links">
      <xsl:text> </xsl:text>
      <a class="tei-ref-also" href="{.}">({ed:word('link')})</a>
    </xsl:for-each>
  </xsl:template>

  <!-- The address of a link on the page: fragments get the page's prefix, and only those that lead somewhere stay. -->
  <xsl:function name="ed:link-address" as="xs:string?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="from" as="element()"/>
    <xsl:variable name="id" select="substring-after($address, '#')"/>
    <xsl:sequence select="
      if (not(ed:is-safe-link($address))) then ()
      else if (not(starts-with($address, '#'))) then ed:outer-address($address, $from)
      else key('id', $id, root($from))[1][not(ancestor-or-self::teiHeader)][ed:id(.)]
        ! ed:fragment($id-prefix || $id)"/>
  </xsl:function>
</xsl:stylesheet>
