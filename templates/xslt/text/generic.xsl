<?xml version="1.0" encoding="UTF-8"?>
<!-- What no other module knows: a block or words in a line, and nothing lost. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- An element without a template of its own: a block or words in a line. -->
  <xsl:template match="*" priority="-1">
    <xsl:choose>
      <xsl:when test="ed:is-block(.) or (ancestor::teiHeader and ed:is-description(.))"><block><xsl:apply-templates/></block></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
        <xsl:if test="ed:is-description(..) and following-sibling::node()[1][self::*]"><xsl:text> </xsl:text></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An entry of a register: its parts in lines of their own, the first one at the margin. -->
  <xsl:template match="person/* | personGrp/* | place/* | org/* | event/*" priority="2">
    <block indent="{if (. is ../*[1]) then 0 else 2}"><xsl:next-match/></block>
  </xsl:template>
  <xsl:template match="person | personGrp | place | org | event"><block margin="1"><xsl:apply-templates/></block></xsl:template>

  <!-- True of an element of elements that describes something: its parts need a space or a line between them. -->
  <xsl:function name="ed:is-description" as="xs:boolean">
    <xsl:param name="element" as="node()?"/>
    <xsl:sequence select="$element instance of element()
      and exists($element/ancestor-or-self::*[self::teiHeader | self::person | self::place | self::org | self::event
        | self::biblStruct | self::msDesc | self::figure | self::standOff])
      and exists($element/*) and not($element/text()[normalize-space()])"/>
  </xsl:function>

  <!-- Another vocabulary around TEI: what TEI says in it. -->
  <xsl:template match="*[namespace-uri() != 'http://www.tei-c.org/ns/1.0'][descendant::*[ed:is-tei(.)]]" priority="6">
    <xsl:choose>
      <xsl:when test="ed:has-blocks(.)"><block><xsl:apply-templates/></block></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Another vocabulary: its words. -->
  <xsl:template match="*[namespace-uri() != 'http://www.tei-c.org/ns/1.0']" priority="5">{string-join(.//text()[normalize-space()] ! normalize-space(), ' ')}</xsl:template>

  <!-- Comments and instructions are not for readers. -->
  <xsl:template match="comment() | processing-instruction()" mode="#all"/>
</xsl:stylesheet>
