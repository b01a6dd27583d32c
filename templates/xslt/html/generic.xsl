<?xml version="1.0" encoding="UTF-8"?>
<!-- What no other module knows: a box with the element's name as its class, and every word of it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- A TEI element without a template of its own. -->
  <xsl:template match="*" priority="-1">
    <xsl:choose>
      <xsl:when test="ed:is-block(.)"><xsl:call-template name="block"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="inline"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Another vocabulary around TEI (a project's own division): a box for what TEI says in it. -->
  <xsl:template match="*[namespace-uri() != 'http://www.tei-c.org/ns/1.0'][descendant::*[ed:is-tei(.)]]" priority="6">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if (not($phrasing) and ed:has-blocks(.)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'tei-foreign-vocabulary'"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Another vocabulary (MathML, SVG, anything): its words, none of its markup. -->
  <xsl:template match="*[namespace-uri() != 'http://www.tei-c.org/ns/1.0']" priority="5">
    <span class="tei-foreign-vocabulary">{string-join(.//text()[normalize-space()] ! normalize-space(), ' ')}</span>
  </xsl:template>

  <!-- Comments and instructions are not for readers. -->
  <xsl:template match="comment() | processing-instruction()" mode="#all"/>

  <!-- Descriptions (a header, a person, a manuscript, a book): parts as blocks, each in a class of its own. -->
  <xsl:template name="described">
    <xsl:param name="phrasing" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if ($phrasing) then 'span' else 'div'}">
      <xsl:call-template name="attributes"><xsl:with-param name="classes" select="'tei-description'"/></xsl:call-template>
      <xsl:apply-templates mode="described"/>
    </xsl:element>
  </xsl:template>

  <!-- Elements that say something by themselves, though they hold elements only. -->
  <xsl:variable name="ed:statements" as="map(*)" select="map:merge(
    ('choice', 'app', 'subst', 'persName', 'placeName', 'orgName', 'name', 'p', 'ab', 'list', 'table', 'note', 'lg', 'l',
     'cit', 'quote', 'bibl', 'figure', 'hi', 'title', 's', 'date', 'foreign', 'gap') ! map { . : true() })"/>

  <!-- In a description, an element of elements is a block; one with words of its own is read as in any text. -->
  <xsl:template match="*" mode="described">
    <xsl:choose>
      <xsl:when test="ed:is-tei(.) and * and not(text()[normalize-space()]) and not(map:contains($ed:statements, local-name()))"><xsl:call-template name="described"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="."/><xsl:text> </xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Words of a description that stand in no element of theirs. -->
  <xsl:template match="text()" mode="described"><xsl:value-of select="."/></xsl:template>
</xsl:stylesheet>
