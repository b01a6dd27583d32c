<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module figures: tables and pictures. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- Tables: rows and cells, laid out when their widths are known. -->
  <xsl:template match="table">
    <block margin="1">
      <xsl:apply-templates select="head[1]"/>
      <table>
        <xsl:apply-templates select="(node() except head[1])[self::* or normalize-space()]" mode="row"/>
      </table>
    </block>
  </xsl:template>
  <xsl:template match="row" mode="row"><row><xsl:apply-templates select="node()[self::* or normalize-space()]" mode="cell"/></row></xsl:template>
  <xsl:template match="node()" mode="row"><row><cell><xsl:apply-templates select="."/></cell></row></xsl:template>
  <xsl:template match="cell" mode="cell"><cell><xsl:apply-templates/></cell></xsl:template>
  <xsl:template match="node()" mode="cell"><cell><xsl:apply-templates select="."/></cell></xsl:template>

  <!-- Pictures are named; their captions are text. -->
  <xsl:template match="graphic | media | binaryObject">[{ed:word('illustration')}]<xsl:apply-templates select="* | text()[normalize-space() and not(parent::binaryObject)]"/></xsl:template>
  <xsl:template match="graphic[not(normalize-space(@url))][not(normalize-space())] | media[not(normalize-space(@url))][not(normalize-space())]"/>
  <xsl:template match="figure"><block margin="1"><xsl:apply-templates/></block></xsl:template>
  <xsl:template match="figDesc"><block><xsl:apply-templates/></block></xsl:template>
</xsl:stylesheet>
