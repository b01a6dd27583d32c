<?xml version="1.0" encoding="UTF-8"?>
<!--
  Patterns and rules. Each pattern is a mode, each rule a template in it; the first rule that matches a node is the only
  one of its pattern that applies to it (ISO/IEC 19757-3, clause 6.5), which priorities say.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:at="urn:editio:schematron"
    xmlns:ed="urn:editio:transform"
    xmlns:out="urn:editio:stylesheet"
    exclude-result-prefixes="#all">

  <xsl:template match="sch:pattern" mode="rules">
    <xsl:value-of select="$ed:line"/>
    <out:mode name="{ed:mode(.)}" on-no-match="deep-skip"/>
    <!-- The rule built in for a document goes on to its children. -->
    <xsl:value-of select="$ed:line"/>
    <out:template match="/" mode="{ed:mode(.)}" priority="0"/>
    <xsl:apply-templates select="sch:rule" mode="rules">
      <xsl:with-param name="renamed" select="ed:renamed(.)" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="sch:rule" mode="rules">
    <xsl:param name="renamed" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:variable name="number" as="xs:string" select="../@at:number || '-' || position()"/>
    <xsl:variable name="needed" as="xs:string?" select="ed:needed((.//@*, ed:remarks(.)//@*), .)"/>
    <xsl:variable name="body" as="node()*">
      <xsl:value-of select="$ed:line"/>
      <out:try at:check="{$number}" at:kind="rule">
        <xsl:copy-of select="@at:place"/>
        <xsl:call-template name="ed:names"/>
        <xsl:for-each select="sch:let">
          <xsl:call-template name="ed:let">
            <xsl:with-param name="name" select="ed:rename('$' || @name, $renamed) => substring-after('$')"/>
            <xsl:with-param name="renamed" select="$renamed"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:apply-templates select="sch:assert | sch:report" mode="rules">
          <xsl:with-param name="rule" select="$number"/>
        </xsl:apply-templates>
        <xsl:value-of select="$ed:line"/>
        <xsl:call-template name="ed:catch">
          <xsl:with-param name="number" select="$number"/>
        </xsl:call-template>
      </out:try>
    </xsl:variable>
    <xsl:value-of select="$ed:line"/>
    <out:template match="{ed:rename(@context, $renamed)}" mode="{ed:mode(..)}" priority="{last() - position() + 1}">
      <xsl:copy-of select="@at:place"/>
      <xsl:choose>
        <xsl:when test="exists($needed)">
          <out:if test="empty({$needed})">
            <xsl:sequence select="$body"/>
          </out:if>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$body"/>
        </xsl:otherwise>
      </xsl:choose>
    </out:template>
  </xsl:template>

  <!-- The test stands alone in its attribute: nothing that it says can reach beyond it. -->
  <xsl:template match="sch:assert | sch:report" mode="rules">
    <xsl:param name="renamed" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:param name="rule" as="xs:string"/>
    <xsl:variable name="number" as="xs:string" select="$rule || '-' || position()"/>
    <xsl:variable name="finding" as="node()*">
      <xsl:apply-templates select="." mode="finding">
        <xsl:with-param name="number" select="$number"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:value-of select="$ed:line"/>
    <out:try at:check="{$number}" at:kind="{local-name()}">
      <xsl:copy-of select="@at:place"/>
      <xsl:call-template name="ed:names"/>
      <out:choose>
        <xsl:value-of select="$ed:line"/>
        <out:when test="{ed:rename(@test, $renamed)}">
          <xsl:copy-of select="@at:place"/>
          <xsl:sequence select="$finding[current()/self::sch:report]"/>
        </out:when>
        <xsl:if test="self::sch:assert">
          <out:otherwise>
            <xsl:sequence select="$finding"/>
          </out:otherwise>
        </xsl:if>
      </out:choose>
      <xsl:call-template name="ed:catch">
        <xsl:with-param name="number" select="$number"/>
      </xsl:call-template>
    </out:try>
  </xsl:template>

  <!-- What a check is called, and how much it matters: its own word, or that of its rule or pattern. -->
  <xsl:template name="ed:names">
    <xsl:variable name="chain" as="element()+" select="reverse(ancestor-or-self::*[not(self::sch:schema)])"/>
    <xsl:for-each select="'role', 'see', 'id'">
      <xsl:variable name="name" as="xs:string" select="."/>
      <xsl:variable name="value" as="attribute()?" select="($chain ! @*[name() = $name])[1]"/>
      <xsl:if test="exists($value)">
        <xsl:attribute name="at:{.}" select="$value"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="ed:catch">
    <xsl:param name="number" as="xs:string"/>
    <out:catch select="map {{ 'check': '{$number}', 'node': ., 'error': string($err:code), 'reason': string($err:description) }}"/>
  </xsl:template>
</xsl:stylesheet>
