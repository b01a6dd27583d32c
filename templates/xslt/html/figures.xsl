<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module figures: pictures, tables, formulae. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- A figure with its caption. A description of the picture is printed with it: it is part of the text. -->
  <xsl:template match="figure">
    <xsl:call-template name="block"><xsl:with-param name="as" select="'figure'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="figure/head | figure/figDesc"><xsl:call-template name="block"><xsl:with-param name="as" select="'p'"/></xsl:call-template></xsl:template>
  <xsl:template match="figDesc"><xsl:call-template name="inline"/></xsl:template>

  <!--
    A picture that lies on the site is shown; its description, if there is one, is the alternative for those who do not
    see it. Any other picture or recording is named, with a link where it has an address: a page loads nothing from
    elsewhere.
  -->
  <xsl:template match="graphic | media | binaryObject">
    <xsl:variable name="address" select="ed:addresses(@url)"/>
    <xsl:variable name="picture" select="@url ! ed:told-address('picture', normalize-space(.), ..)"/>
    <xsl:variable name="link" select="if (count($address) = 1) then ed:outer-address($address, .) else ()"/>
    <xsl:choose>
      <xsl:when test="self::graphic and $picture">
        <a href="{$picture}">
          <xsl:call-template name="attributes"/>
          <img src="{$picture}" loading="lazy" alt="{ed:picture-text(.)}"/>
        </a>
      </xsl:when>
      <xsl:when test="$link">
        <a href="{$link}"><xsl:call-template name="attributes"/>[{ed:word('illustration')}]</a>
      </xsl:when>
      <xsl:otherwise><span><xsl:call-template name="attributes"/>[{ed:word('illustration')}{@url[normalize-space()] ! (' ' || .)}]</span></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="* | text()[normalize-space() and not(parent::binaryObject)]"/>
  </xsl:template>

  <!-- A place for a picture that has no address yet and no words. -->
  <xsl:template match="graphic[not(normalize-space(@url))][not(normalize-space())] | media[not(normalize-space(@url))][not(normalize-space())]"/>

  <!-- What a picture shows, in words: its own description, its figure's, its caption; else that it is one. -->
  <xsl:function name="ed:picture-text" as="xs:string">
    <xsl:param name="graphic" as="element()"/>
    <xsl:sequence select="(($graphic/desc, $graphic/../figDesc, $graphic/../head)[normalize-space()][1] ! normalize-space(),
      ed:word('illustration'))[1]"/>
  </xsl:function>

  <!-- The address of the picture of a page or a part of it (`@facs`): its own, or that of the surface that it points to. -->
  <xsl:function name="ed:facsimile-address" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <!-- As in a reference, one unsafe address spoils the attribute. -->
    <xsl:variable name="pointers" select="ed:addresses($element/@facs)"/>
    <xsl:variable name="pointer" select="if (every $one in $pointers satisfies ed:is-safe-link($one)) then $pointers[1] else ()"/>
    <xsl:variable name="target" select="$pointer[starts-with(., '#')] ! key('id', substring(., 2), root($element))[1]"/>
    <xsl:variable name="graphic" select="($target/self::graphic, $target/ancestor-or-self::*[self::surface | self::zone][graphic][1]/graphic[1],
      $target//graphic[1])[1]"/>
    <xsl:sequence select="
      if (empty($pointer)) then ()
      else if ($graphic) then ($graphic/@url/normalize-space() ! (ed:told-address('picture', ., $element), ed:outer-address(., $element)))[1]
      else if (starts-with($pointer, '#')) then ()
      else (ed:told-address('picture', $pointer, $element), ed:outer-address($pointer, $element))[1]"/>
  </xsl:function>

  <!-- A table. Only rows may stand in a table of HTML; what else stands in one of TEI gets a row. -->
  <xsl:template match="table">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:choose>
      <xsl:when test="$phrasing"><xsl:call-template name="block"/></xsl:when>
      <xsl:otherwise>
        <div class="tei-table-frame" tabindex="0" role="group">
          <xsl:if test="head"><xsl:attribute name="aria-label" select="normalize-space(head[1])"/></xsl:if>
          <table>
            <xsl:call-template name="attributes"/>
            <xsl:for-each select="head[1]">
              <caption>
                <xsl:call-template name="attributes"/>
                <xsl:apply-templates><xsl:with-param name="phrasing" tunnel="yes" select="true()"/></xsl:apply-templates>
              </caption>
            </xsl:for-each>
            <tbody><xsl:apply-templates select="(node() except head[1])[self::* or normalize-space()]" mode="row"/></tbody>
          </table>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A row of cells, and anything else in a table as a row of one. -->
  <xsl:template match="row" mode="row">
    <tr>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="node()[self::* or normalize-space()]" mode="cell"/>
    </tr>
  </xsl:template>
  <xsl:template match="node()" mode="row"><tr class="tei-between"><td class="tei-between" colspan="{max((1, ../row[1] ! count(cell)))}"><xsl:apply-templates select="."/></td></tr></xsl:template>

  <!-- A cell; labels are header cells. -->
  <xsl:template match="cell" mode="cell">
    <xsl:element name="{if (@role = 'label' or ../@role = 'label') then 'th' else 'td'}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="@cols castable as xs:positiveInteger and number(@cols) lt 1000"><xsl:attribute name="colspan" select="@cols"/></xsl:if>
      <xsl:if test="@rows castable as xs:positiveInteger and number(@rows) lt 1000"><xsl:attribute name="rowspan" select="@rows"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="node()" mode="cell"><td class="tei-between"><xsl:apply-templates select="."/></td></xsl:template>

  <!-- Rows and cells without a table around them. -->
  <xsl:template match="row | cell"><xsl:call-template name="block"/></xsl:template>
</xsl:stylesheet>
