<?xml version="1.0" encoding="UTF-8"?>
<!-- What a finding says: the text of the assertion, and of the diagnostics and properties that it refers to. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:at="urn:editio:schematron"
    xmlns:ed="urn:editio:transform"
    xmlns:out="urn:editio:stylesheet"
    exclude-result-prefixes="#all">

  <!-- The diagnostics and properties that the checks of a rule refer to. -->
  <xsl:function name="ed:remarks" as="element()*">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="schema" as="element(sch:schema)" select="$place/ancestor::sch:schema"/>
    <xsl:sequence select="
      $place/descendant-or-self::*/@diagnostics ! tokenize(.)
        ! (for $id in . return ($schema/sch:diagnostics/sch:diagnostic[@id = $id])[1]),
      $place/descendant-or-self::*/@properties ! tokenize(.)
        ! (for $id in . return ($schema/sch:properties/sch:property[@id = $id])[1])"/>
  </xsl:function>

  <xsl:template match="sch:assert | sch:report" mode="finding">
    <xsl:param name="renamed" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:variable name="remarks" as="element()*" select="ed:remarks(.)"/>
    <xsl:variable name="subject" as="attribute()?" select="(@subject, ../@subject)[1]"/>
    <xsl:call-template name="ed:text">
      <xsl:with-param name="name" select="'at:text'"/>
    </xsl:call-template>
    <xsl:for-each select="$remarks">
      <xsl:call-template name="ed:text">
        <xsl:with-param name="name" select="'at:remark-' || position()"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="exists($subject)">
      <xsl:value-of select="$ed:line"/>
      <out:variable name="at:subject" select="{ed:rename($subject, $renamed)}">
        <xsl:copy-of select="@at:place"/>
      </out:variable>
    </xsl:if>
    <out:sequence select="map {{ 'check': '{$number}', 'text': string($at:text),
      'node': {if (exists($subject)) then '($at:subject[. instance of node()], .)[1]' else '.'}{
      ed:entry('diagnostics', $remarks, 'diagnostic')}{ed:entry('properties', $remarks, 'property')} }}"/>
  </xsl:template>

  <!-- An entry of a finding's map: the texts of its remarks of one sort. -->
  <xsl:function name="ed:entry" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="remarks" as="element()*"/>
    <xsl:param name="sort" as="xs:string"/>
    <xsl:variable name="texts" as="xs:string*" select="
      for $index in 1 to count($remarks)
      return ('[' || ed:literal($remarks[$index]/@id) || ', string($at:remark-' || $index || ')]')
        [local-name($remarks[$index]) = $sort]"/>
    <xsl:sequence select="if (empty($texts)) then '' else ', ''' || $key || ''': [' || string-join($texts, ', ') || ']'"/>
  </xsl:function>

  <xsl:template name="ed:text">
    <xsl:param name="name" as="xs:string"/>
    <out:variable name="{$name}">
      <xsl:apply-templates mode="message"/>
    </out:variable>
  </xsl:template>

  <xsl:template match="text()" mode="message">
    <out:text><xsl:value-of select="."/></out:text>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="message">
    <xsl:param name="renamed" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:value-of select="$ed:line"/>
    <out:value-of select="{ed:rename(@select, $renamed)}">
      <xsl:copy-of select="@at:place"/>
    </out:value-of>
  </xsl:template>

  <xsl:template match="sch:name[@path]" mode="message">
    <xsl:param name="renamed" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:value-of select="$ed:line"/>
    <out:for-each select="{ed:rename(@path, $renamed)}">
      <xsl:copy-of select="@at:place"/>
      <out:value-of select="if (. instance of node()) then name() else ."/>
    </out:for-each>
  </xsl:template>

  <xsl:template match="sch:name" mode="message">
    <out:value-of select="name()"/>
  </xsl:template>

  <!-- emph, dir, span, and what others have put in: their text. -->
  <xsl:template match="*" mode="message">
    <xsl:apply-templates mode="message"/>
  </xsl:template>

  <xsl:template match="xsl:*" mode="message">
    <xsl:apply-templates select="." mode="foreign"/>
  </xsl:template>
</xsl:stylesheet>
