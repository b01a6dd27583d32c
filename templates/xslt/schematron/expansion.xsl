<?xml version="1.0" encoding="UTF-8"?>
<!--
  What a schema abbreviates, written out (ISO/IEC 19757-3, clause 6: abstract patterns, abstract rules, phases): only
  the patterns of the chosen phase are left, numbered, without anything abstract.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:at="urn:editio:schematron"
    xmlns:ed="urn:editio:transform"
    exclude-result-prefixes="xs ed">

  <xsl:mode name="expansion" on-no-match="shallow-copy"/>
  <xsl:mode name="instance" on-no-match="shallow-copy"/>

  <xsl:key name="ed:by-id" match="sch:*" use="@id"/>

  <xsl:template match="sch:schema" mode="expansion">
    <xsl:variable name="phase" as="element(sch:phase)?" select="sch:phase[@id = current()/@at:phase]"/>
    <xsl:variable name="active" as="element(sch:pattern)*" select="
      sch:pattern[not(@abstract = 'true') and not(@documents)]
                 [empty($phase) or @id = $phase/sch:active/@pattern]"/>
    <xsl:copy>
      <xsl:copy-of select="@*, sch:ns, xsl:*, sch:let"/>
      <!-- The variables of a phase are as global as those of the schema, and take their place. -->
      <xsl:copy-of select="$phase/sch:let"/>
      <xsl:for-each select="$active">
        <xsl:copy>
          <xsl:copy-of select="@*"/>
          <xsl:attribute name="at:number" select="position()"/>
          <xsl:choose>
            <xsl:when test="@is-a">
              <xsl:variable name="abstract" as="element(sch:pattern)?" select="key('ed:by-id', @is-a)[self::sch:pattern][1]"/>
              <!-- A parameter of the abstract pattern itself is what it is without one of the instance. -->
              <xsl:apply-templates select="$abstract/sch:*" mode="instance">
                <xsl:with-param name="parameters" tunnel="yes" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                    select="map:merge(($abstract/sch:param, sch:param) ! map:entry(string(@name), string(@value)),
                      map { 'duplicates': 'use-last' })"/>
              </xsl:apply-templates>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates select="sch:*" mode="instance"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:copy>
      </xsl:for-each>
      <xsl:copy-of select="sch:diagnostics | sch:properties"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="sch:rule[@abstract = 'true']" mode="instance"/>

  <xsl:template match="sch:extends[@rule]" mode="instance">
    <xsl:variable name="rules" as="element(sch:rule)*" select="key('ed:by-id', @rule)[self::sch:rule]"/>
    <!-- A rule of the same pattern comes before one of the same name elsewhere. -->
    <xsl:variable name="near" as="element(sch:rule)*" select="$rules[.. is current()/ancestor::sch:pattern[1]]"/>
    <xsl:apply-templates select="($near, $rules)[1]/sch:*" mode="instance"/>
  </xsl:template>

  <xsl:template match="@*" mode="instance">
    <xsl:param name="parameters" as="map(xs:string, xs:string)" select="map {}" tunnel="yes"/>
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="ed:substitute(., $parameters)"/>
  </xsl:template>
</xsl:stylesheet>
