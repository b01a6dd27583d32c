<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI modules drama and spoken: speeches, stage directions, utterances and what else was heard. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- A speech. -->
  <xsl:template match="sp | spGrp | u | annotationBlock | set | performance | prologue | epilogue">
    <xsl:call-template name="block"/>
  </xsl:template>

  <!-- Who speaks, as printed. -->
  <xsl:template match="speaker">
    <xsl:call-template name="block">
      <xsl:with-param name="as" select="'p'"/>
      <xsl:with-param name="permalink" select="parent::sp"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What is seen and heard: on a line of its own, or in the line where it happens. -->
  <xsl:template match="stage | move | view | sound | camera | caption | incident | kinesic | vocal | writing">
    <xsl:choose>
      <xsl:when test="ed:is-block(.)"><xsl:call-template name="block"><xsl:with-param name="as" select="'p'"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="inline"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A part in the list of persons, who it is and who plays it, divided by a space where the file divides them by nothing. -->
  <xsl:template match="castItem/role | castItem/roleDesc | castItem/actor">
    <xsl:call-template name="inline"/>
    <xsl:if test="following-sibling::node()[1][self::*]"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- A part of an utterance: a paragraph of it where it stands in the utterance itself. -->
  <xsl:template match="u/seg">
    <xsl:choose>
      <xsl:when test="ed:is-block(.)"><xsl:call-template name="block"><xsl:with-param name="as" select="'p'"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="inline"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A silence. -->
  <xsl:template match="pause"><span><xsl:call-template name="attributes"/>(…)<xsl:apply-templates/></span></xsl:template>
</xsl:stylesheet>
