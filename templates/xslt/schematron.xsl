<?xml version="1.0" encoding="UTF-8"?>
<!--
  ISO Schematron (ISO/IEC 19757-3) to XSLT 3.0. What comes in is one schema, made ready by
  src/validate/schematron/schema-document.ts: inclusions resolved, references known to lead somewhere, `at:place` on each
  element of Schematron and XSLT (the number of its place in the files that it was read from), the chosen phase on the root.

  What goes out is a stylesheet for one document. Its result is a sequence of maps: `check` (a number), `node`, and `text`
  with `diagnostics` and `properties` for a finding, or `error` and `reason` for a check that could not be made. Attributes
  in the namespace of `at` say what a number means; each instruction begins a line, so that the compiler's complaints lead
  to a place as well.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:math="http://www.w3.org/2005/xpath-functions/math"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:err="http://www.w3.org/2005/xqt-errors"
    xmlns:at="urn:editio:schematron"
    xmlns:ed="urn:editio:transform"
    xmlns:out="urn:editio:stylesheet"
    exclude-result-prefixes="#all">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <xsl:include href="common/documents.xsl"/>
  <xsl:include href="schematron/expansion.xsl"/>
  <xsl:include href="schematron/expressions.xsl"/>
  <xsl:include href="schematron/candidates.xsl"/>
  <xsl:include href="schematron/variables.xsl"/>
  <xsl:include href="schematron/rules.xsl"/>
  <xsl:include href="schematron/messages.xsl"/>

  <!-- White space of ours would only be noise: the instructions bring their own line breaks. -->
  <xsl:variable name="ed:serialization" as="map(*)" select="map {
    'method': 'xml', 'omit-xml-declaration': true(), 'indent': false() }"/>

  <xsl:variable name="ed:line" as="xs:string" select="'&#10;'"/>

  <xsl:template match="/">
    <xsl:variable name="schema" as="element(sch:schema)">
      <xsl:apply-templates select="sch:schema" mode="expansion"/>
    </xsl:variable>
    <xsl:apply-templates select="$schema" mode="stylesheet"/>
  </xsl:template>

  <xsl:template match="sch:schema" mode="stylesheet">
    <xsl:variable name="spelling" as="xs:string" select="string-join((.//@*, .//text()), ' ')"/>
    <out:stylesheet version="3.0">
      <xsl:call-template name="ed:namespaces">
        <xsl:with-param name="spelling" select="$spelling"/>
      </xsl:call-template>
      <xsl:for-each select="sch:ns[contains($spelling, @prefix || ':')]">
        <xsl:namespace name="{@prefix}" select="string(@uri)"/>
      </xsl:for-each>
      <xsl:call-template name="ed:keys"/>
      <xsl:apply-templates select="xsl:*" mode="foreign"/>
      <xsl:apply-templates select="sch:let | sch:pattern/sch:let" mode="global"/>
      <xsl:value-of select="$ed:line"/>
      <!-- A mode of its own, so that templates in the schema do not take its place. -->
      <out:template match="/" mode="at:check">
        <xsl:apply-templates select="sch:let | sch:pattern/sch:let" mode="global-check"/>
        <xsl:for-each select="sch:pattern[sch:rule]">
          <xsl:value-of select="$ed:line"/>
          <out:apply-templates select="{ed:candidates(., ancestor::sch:schema/sch:ns)}" mode="{ed:mode(.)}"/>
        </xsl:for-each>
      </out:template>
      <xsl:apply-templates select="sch:pattern[sch:rule]" mode="rules"/>
    </out:stylesheet>
  </xsl:template>

  <!-- The prefixes of the functions of XPath, for schemas that use them without declaring them. -->
  <xsl:template name="ed:namespaces">
    <xsl:param name="spelling" as="xs:string"/>
    <xsl:variable name="declared" as="xs:string*" select="sch:ns/@prefix"/>
    <xsl:variable name="usual" as="map(xs:string, xs:string)" select="map {
      'xs': 'http://www.w3.org/2001/XMLSchema',
      'fn': 'http://www.w3.org/2005/xpath-functions',
      'map': 'http://www.w3.org/2005/xpath-functions/map',
      'array': 'http://www.w3.org/2005/xpath-functions/array',
      'math': 'http://www.w3.org/2005/xpath-functions/math',
      'err': 'http://www.w3.org/2005/xqt-errors',
      'at': 'urn:editio:schematron' }"/>
    <!-- Each prefix costs the compiler time with each expression. -->
    <xsl:for-each select="map:keys($usual)[not(. = $declared)][. = ('at', 'err') or contains($spelling, . || ':')]">
      <xsl:namespace name="{.}" select="$usual(.)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- XSLT that stands in the schema goes over as it is, but for the names of variables. -->
  <xsl:template match="*" mode="foreign">
    <xsl:param name="renamed" as="map(xs:string, xs:string)" select="map {}" tunnel="yes"/>
    <!-- Text that a line break would be added to is left alone. -->
    <xsl:if test="not(preceding-sibling::node()[1]/self::text()[normalize-space()])">
      <xsl:value-of select="$ed:line"/>
    </xsl:if>
    <xsl:copy>
      <xsl:for-each select="@*">
        <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="ed:rename(., $renamed)"/>
      </xsl:for-each>
      <xsl:apply-templates mode="foreign"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="sch:*" mode="foreign"/>

  <xsl:function name="ed:mode" as="xs:string">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:sequence select="'at:pattern-' || $pattern/@at:number"/>
  </xsl:function>
</xsl:stylesheet>
