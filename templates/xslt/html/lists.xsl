<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module core: lists. Printed numbers of items stand in the text, so HTML adds no numbers but where `@rend` asks. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- A list: what stands before its first item heads it, the rest is items. In a heading or a line, spans. -->
  <xsl:template match="list | listBibl | castList | castGroup | listWit | listPerson | listPlace | listOrg | listEvent">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="heading" select="head | self::castGroup/(trailer | roleDesc)"/>
    <xsl:variable name="members" select="node()[self::* | self::text()[normalize-space()]] except $heading"/>
    <xsl:choose>
      <xsl:when test="$phrasing"><xsl:call-template name="block"/></xsl:when>
      <xsl:otherwise>
        <div>
          <xsl:call-template name="attributes"><xsl:with-param name="classes" select="'tei-list'"/></xsl:call-template>
          <xsl:apply-templates select="$heading"/>
          <xsl:choose>
            <xsl:when test="label and item">
              <dl><xsl:apply-templates select="$members" mode="glossary"/></dl>
            </xsl:when>
            <xsl:when test="tokenize(@rend) = ('numbered', 'ordered') or @type = 'ordered'">
              <ol><xsl:apply-templates select="$members" mode="item"/></ol>
            </xsl:when>
            <xsl:when test="exists($members)">
              <ul><xsl:apply-templates select="$members" mode="item"/></ul>
            </xsl:when>
          </xsl:choose>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An item, with its printed number where it has one. -->
  <xsl:template match="item | castItem | witness" mode="item">
    <li>
      <xsl:call-template name="attributes"/>
      <xsl:if test="@n and not(ancestor::list[1]/@type = 'ordered')"><span class="tei-n">{@n} </span></xsl:if>
      <xsl:if test="self::witness[not(@n)]/@xml:id"><span class="tei-n">{@xml:id} </span></xsl:if>
      <xsl:apply-templates/>
    </li>
  </xsl:template>

  <!-- Whatever else stands in a list: a nested list, a page break, words without an item. -->
  <xsl:template match="node()" mode="item">
    <li class="tei-between"><xsl:apply-templates select="."/></li>
  </xsl:template>

  <!-- Glossaries: what is explained, and the explanation. -->
  <xsl:template match="label | headLabel" mode="glossary">
    <dt>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates><xsl:with-param name="phrasing" tunnel="yes" select="true()"/></xsl:apply-templates>
    </dt>
  </xsl:template>
  <xsl:template match="item | headItem" mode="glossary">
    <dd><xsl:call-template name="attributes"/><xsl:apply-templates/></dd>
  </xsl:template>
  <xsl:template match="node()" mode="glossary">
    <dd class="tei-between"><xsl:apply-templates select="."/></dd>
  </xsl:template>

  <!-- Items where no list of HTML can be. -->
  <xsl:template match="item | castItem | witness | headLabel | headItem"><xsl:call-template name="block"/></xsl:template>
  <xsl:template match="label">
    <xsl:choose>
      <xsl:when test="ed:is-block(.)"><xsl:call-template name="block"><xsl:with-param name="as" select="'p'"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="inline"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
