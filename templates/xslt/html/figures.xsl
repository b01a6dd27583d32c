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

  <!-- A picture or recording is named with a link to it; the page itself loads nothing from elsewhere. -->
  <xsl:template match="graphic | media | binaryObject">
    <xsl:variable name="address" select="ed:addresses(@url)[1]"/>
    <xsl:choose>
      <xsl:when test="count(ed:addresses(@url)) = 1 and ed:is-safe-link($address)">
        <a href="{iri-to-uri($address)}"><xsl:call-template name="attributes"/>[{ed:word('illustration')}]</a>
      </xsl:when>
      <xsl:otherwise><span><xsl:call-template name="attributes"/>[{ed:word('illustration')}{@url ! (' ' || .)}]</span></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="* | text()[normalize-space() and not(parent::binaryObject)]"/>
  </xsl:template>

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
