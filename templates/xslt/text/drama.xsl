<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI modules drama and spoken: speakers, stage directions, and what else was heard. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- A speaker: before the first words where those are prose and the label ends in a mark; on a line of its own else. -->
  <xsl:template match="speaker">
    <block tight="yes">
      <xsl:if test="following-sibling::*[1][self::p | self::ab] and matches(normalize-space(), '[\p{Pd}.:]$')">
        <xsl:attribute name="run-in" select="if (matches(normalize-space(), '\S\p{Pd}$')) then 'close' else 'space'"/>
      </xsl:if>
      <xsl:apply-templates/>
    </block>
  </xsl:template>
  <xsl:template match="sp | u"><block margin="1"><xsl:apply-templates/></block></xsl:template>

  <!-- A part in the list of persons, who it is and who plays it. -->
  <xsl:template match="castItem/role | castItem/roleDesc | castItem/actor">
    <xsl:apply-templates/>
    <xsl:if test="following-sibling::node()[1][self::*]"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- What is seen and heard, in brackets. -->
  <xsl:template match="stage | move | view | sound | camera | caption | incident | kinesic | vocal | writing">
    <xsl:variable name="content">
      <xsl:if test="ed:needs-brackets(.) and normalize-space()">[</xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="ed:needs-brackets(.) and normalize-space()">]</xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="ed:is-block(.)"><block margin="1"><xsl:sequence select="$content"/></block></xsl:when>
      <xsl:otherwise><xsl:sequence select="$content"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
