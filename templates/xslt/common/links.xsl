<?xml version="1.0" encoding="UTF-8"?>
<!-- Pointers: what an id belongs to, what points to it, and which addresses may become links. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- Elements by id. A second element with the same id is a fault of the document; the first one has it. -->
  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>

  <!-- What a pointer to witnesses reads as: their sigla, or else their ids. -->
  <xsl:function name="ed:sigla" as="xs:string">
    <xsl:param name="witnesses" as="attribute()"/>
    <xsl:sequence select="string-join(tokenize($witnesses) ! replace(., '^.*#', '')
      ! (key('id', ., root($witnesses))/self::witness/@n/string(), .)[1], ' ')"/>
  </xsl:function>

  <!-- References by the id that they point to in the same document. -->
  <xsl:key name="pointer" match="ref[@target] | ptr[@target]" use="tokenize(@target)[starts-with(., '#')] ! substring(., 2)"/>

  <!--
    True of an address that may become a link: http, https, mailto, a path, a fragment. Others (javascript:,
    data:, a host without a scheme, anything with a space, control character or backslash in it) stay text.
    `isSafeLink` in src/transform/link.ts is the same rule.
  -->
  <xsl:function name="ed:is-safe-link" as="xs:boolean">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="exists($address) and $address != '' and (ed:is-plain($address) and not(contains($address, ' ')) or ed:is-safe-address($address))"/>
  </xsl:function>

  <!-- The same of an address that is more than plain words. -->
  <xsl:function name="ed:is-safe-address" as="xs:boolean">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="not(matches($address, '[\s\\\p{Cc}\p{Cf}]')) and not(starts-with($address, '//'))
      and (matches($address, '^(https?|mailto):', 'i') or not(matches($address, '^[^/?#]*:')))"/>
  </xsl:function>

  <!--
    True of words and local addresses in letters, figures and a few marks: most values are that, and to look at them
    by a regular expression costs the processor more than all the rest of an element.
  -->
  <xsl:function name="ed:is-plain" as="xs:boolean">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="translate($value, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.#/ ', '') = ''
      and not(contains($value, '//'))"/>
  </xsl:function>

  <!-- The addresses in a pointer attribute: white space divides them, and belongs to none. -->
  <xsl:function name="ed:addresses" as="xs:string*">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:sequence select="tokenize($pointer)"/>
  </xsl:function>
</xsl:stylesheet>
