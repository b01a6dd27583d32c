<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module namesdates: names of persons, places and organisations, and descriptions of them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- Pages of the registers that `#id` in a reference leads to; empty where the edition has none. -->
  <xsl:param name="persons-page" as="xs:string" select="''"/>
  <xsl:param name="places-page" as="xs:string" select="''"/>
  <xsl:param name="organisations-page" as="xs:string" select="''"/>

  <!-- The page that dates lead to; empty where the edition has none. Its places have ids such as `day:1956-10-30`. -->
  <xsl:param name="chronology-page" as="xs:string" select="''"/>

  <!-- The address of a date in the chronology: that of its day, month or year, of its beginning where it is a span. -->
  <xsl:function name="ed:date-address" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="value" select="($date/@when, $date/@from, $date/@notBefore, $date/@to, $date/@notAfter)[1] ! replace(., 'T.*$', '')"/>
    <xsl:sequence select="$value[$chronology-page != '' and matches(., '^-?\d{4,}(-\d\d(-\d\d)?)?$')]
      ! (iri-to-uri($chronology-page) || '#day:' || .)"/>
  </xsl:function>

  <!--
    The ids that the registers have, divided by spaces; empty: every id is taken to be there. An id that is not on the
    first page of its register stands with its page: `../persons/n.html#nagy`.
  -->
  <xsl:param name="register-ids" as="xs:string" select="''"/>
  <xsl:variable name="ed:known-ids" as="map(*)" select="Q{http://www.w3.org/2005/xpath-functions/map}merge(
    tokenize($register-ids) ! (if (contains(., '#')) then map { substring-after(., '#') : substring-before(., '#') } else map { . : '' }))"/>

  <!-- The page that describes what a name names, or nothing. -->
  <xsl:function name="ed:register-page" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="kind" select="local-name($name)"/>
    <xsl:sequence select="
      (if ($kind = 'persName' or $name/@type = ('person', 'pers', 'persons')) then $persons-page
       else if ($kind = 'orgName' or $name/@type = ('org', 'organisation', 'organization')) then $organisations-page
       else if ($kind = ('placeName', 'geogName', 'settlement', 'country', 'region', 'district', 'bloc') or $name/@type = 'place') then $places-page
       else '')[. != '']"/>
  </xsl:function>

  <!-- The pointers of a name: each of `@ref`, a key as a whole; without them those of `@corresp` and `@sameAs`. -->
  <xsl:function name="ed:name-pointers" as="xs:string*">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
      if ($name/(@ref | @key)) then (ed:addresses($name/@ref), $name/@key/normalize-space()[. != ''])
      else (ed:addresses($name/@corresp), ed:addresses($name/@sameAs))"/>
  </xsl:function>

  <!-- The address of what a name names: as the caller has told it, or by the rule for registers. -->
  <xsl:function name="ed:name-address" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
      (if (ed:knows-addresses($name)) then ed:name-pointers($name) ! ed:told-address('name', ., $name) else (),
       ed:register-address($name))[1]"/>
  </xsl:function>

  <!-- An entry in this document, or one of the edition's registers by local id. -->
  <xsl:function name="ed:register-address" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="reference" select="ed:addresses($name/@ref)[1]"/>
    <xsl:variable name="id" select="substring-after($reference, '#')"/>
    <xsl:variable name="page" select="ed:register-page($name)"/>
    <xsl:sequence select="
      if (empty($reference) or $id = '' or starts-with($reference, '/') or contains(substring-before($reference, '#'), ':') or not(ed:is-safe-link($reference))) then ()
      else (
        if (starts-with($reference, '#')) then ed:link-address($reference, $name) else (),
        $page ! (if ($register-ids = '') then . else $ed:known-ids($id) ! (if (. = '') then $page else .)) ! (iri-to-uri(.) || ed:fragment($id)))[1]"/>
  </xsl:function>

  <!-- Names: links where the register has an entry, words otherwise. -->
  <xsl:template match="persName | placeName | orgName | geogName | name | rs | settlement | country | region | district | bloc">
    <xsl:param name="in-link" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="address" select="ed:name-address(.)"/>
    <xsl:choose>
      <xsl:when test="ed:is-block(.)"><xsl:call-template name="block"/></xsl:when>
      <xsl:when test="empty($address) or $in-link or ed:holds-links(.) or ed:has-blocks(.)"><xsl:call-template name="inline"/></xsl:when>
      <xsl:otherwise>
        <a href="{$address}">
          <xsl:call-template name="attributes"/>
          <xsl:apply-templates><xsl:with-param name="in-link" tunnel="yes" select="true()"/></xsl:apply-templates>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Entries of a register inside a document. -->
  <xsl:template match="person | personGrp | persona | place | org | event | nym"><xsl:call-template name="described"/></xsl:template>

  <!-- In a list, an entry is an item. -->
  <xsl:template match="person | personGrp | persona | place | org | event | biblStruct | biblFull" mode="item">
    <li><xsl:call-template name="attributes"/><xsl:apply-templates mode="described"/></li>
  </xsl:template>
  <xsl:template match="bibl" mode="item">
    <li><xsl:call-template name="attributes"/><xsl:apply-templates/></li>
  </xsl:template>
</xsl:stylesheet>
