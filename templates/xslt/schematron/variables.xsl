<?xml version="1.0" encoding="UTF-8"?>
<!--
  The variables of schema, phase and pattern: global ones, whose context is the document. A pattern's variables belong to it
  alone, so they get names of their own. XSLT cannot catch what goes wrong in a global variable where it is used; so each is
  computed inside a map that has its value or what went wrong, and rules that need one that failed are left out.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:at="urn:editio:schematron"
    xmlns:ed="urn:editio:transform"
    xmlns:out="urn:editio:stylesheet"
    exclude-result-prefixes="#all">

  <!-- What the variables of a pattern are called in the stylesheet. -->
  <xsl:function name="ed:renamed" as="map(xs:string, xs:string)">
    <xsl:param name="pattern" as="element(sch:pattern)?"/>
    <xsl:sequence select="map:merge($pattern/sch:let !
      map:entry(string(@name), 'at:pattern-' || $pattern/@at:number || '-' || replace(@name, ':', '.')))"/>
  </xsl:function>

  <xsl:function name="ed:global-name" as="xs:string">
    <xsl:param name="let" as="element(sch:let)"/>
    <xsl:sequence select="(ed:renamed($let/parent::sch:pattern)($let/@name), string($let/@name))[1]"/>
  </xsl:function>

  <!-- The name of the map behind a global variable. -->
  <xsl:function name="ed:outcome" as="xs:string">
    <xsl:param name="let" as="element(sch:let)"/>
    <xsl:sequence select="'$at:outcome-' || (if ($let/parent::sch:pattern) then $let/../@at:number || '-' else '')
      || count($let/preceding-sibling::sch:let)"/>
  </xsl:function>

  <!-- What the global variables say that some expressions speak of: an expression, or nothing where there are none. -->
  <xsl:function name="ed:needed" as="xs:string?">
    <xsl:param name="expressions" as="xs:string*"/>
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="names" as="xs:string*" select="distinct-values($expressions ! ed:variables(.))"/>
    <xsl:variable name="lets" as="element(sch:let)*" select="
      $place/ancestor-or-self::sch:pattern/sch:let[@name = $names],
      $place/ancestor-or-self::sch:schema/sch:let[@name = $names]"/>
    <xsl:if test="exists($lets except $place)">
      <xsl:sequence select="'(' || string-join(($lets except $place) ! (ed:outcome(.) || '?error'), ', ') || ')'"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="sch:let" mode="global">
    <xsl:variable name="renamed" as="map(xs:string, xs:string)" select="ed:renamed(parent::sch:pattern)"/>
    <xsl:variable name="outcome" as="xs:string" select="ed:outcome(.)"/>
    <xsl:variable name="needed" as="xs:string?" select="ed:needed(@value, .)"/>
    <xsl:variable name="body" as="node()*">
      <out:try>
        <xsl:call-template name="ed:let">
          <xsl:with-param name="name" select="'at:value'"/>
          <xsl:with-param name="renamed" select="$renamed"/>
        </xsl:call-template>
        <out:sequence select="map {{ 'value': $at:value }}"/>
        <out:catch select="map {{ 'error': string($err:code), 'reason': string($err:description) }}"/>
      </out:try>
    </xsl:variable>
    <xsl:value-of select="$ed:line"/>
    <out:variable name="{substring-after($outcome, '$')}" as="map(*)">
      <xsl:choose>
        <xsl:when test="exists($needed)">
          <out:choose>
            <out:when test="exists({$needed})">
              <out:sequence select="map {{ 'error': 'inherited' }}"/>
            </out:when>
            <out:otherwise>
              <xsl:sequence select="$body"/>
            </out:otherwise>
          </out:choose>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$body"/>
        </xsl:otherwise>
      </xsl:choose>
    </out:variable>
    <xsl:value-of select="$ed:line"/>
    <out:variable name="{ed:global-name(.)}" select="{$outcome}?value">
      <xsl:copy-of select="@at:place"/>
    </out:variable>
  </xsl:template>

  <!-- A failed variable is told of once a document, but not where it failed for another's sake. -->
  <xsl:template match="sch:let" mode="global-check">
    <xsl:variable name="needed" as="xs:string?" select="ed:needed(@value, .)"/>
    <xsl:value-of select="$ed:line"/>
    <out:if at:check="let-{position()}" at:kind="let"
        test="exists({ed:outcome(.)}?error){if (exists($needed)) then ' and empty(' || $needed || ')' else ''}">
      <xsl:copy-of select="@at:place"/>
      <xsl:attribute name="at:name" select="@name"/>
      <out:sequence select="map {{ 'check': 'let-{position()}', 'node': /,
        'error': {ed:outcome(.)}?error, 'reason': {ed:outcome(.)}?reason }}"/>
    </out:if>
  </xsl:template>

  <!-- A variable where it stands, under the name given. -->
  <xsl:template name="ed:let">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="renamed" as="map(xs:string, xs:string)"/>
    <xsl:value-of select="$ed:line"/>
    <out:variable name="{$name}">
      <xsl:copy-of select="@at:place, @as"/>
      <xsl:choose>
        <xsl:when test="@value">
          <xsl:attribute name="select" select="ed:rename(@value, $renamed)"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates mode="foreign">
            <xsl:with-param name="renamed" select="$renamed" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </out:variable>
  </xsl:template>
</xsl:stylesheet>
