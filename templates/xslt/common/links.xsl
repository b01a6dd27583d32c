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

  <!-- Where addresses lead that the caller has told (src/transform/link-instructions.ts), by their keys. -->
  <xsl:key name="told" match="processing-instruction('editio-link')" use="substring-before(. || ' ', ' ')"/>

  <!-- Where an address of a document leads, if the caller has told; `kind` is name, link or picture. -->
  <xsl:function name="ed:told-address" as="xs:string?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="from" as="node()"/>
    <xsl:sequence select="(key('told', $kind || ':' || encode-for-uri($address), root($from)) ! substring-after(., ' '))[1][ed:is-safe-link(.)]"/>
  </xsl:function>

  <!-- True where the caller has told all relative addresses that lead somewhere. -->
  <xsl:function name="ed:knows-addresses" as="xs:boolean">
    <xsl:param name="from" as="node()"/>
    <xsl:sequence select="exists(key('told', 'known', root($from)))"/>
  </xsl:function>

  <!-- An address as a page may link to it: with a scheme as it is, a relative one where it leads somewhere. -->
  <xsl:function name="ed:outer-address" as="xs:string?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="from" as="node()"/>
    <xsl:sequence select="
      if (not(ed:is-safe-link($address))) then ()
      else if (not(ed:knows-addresses($from)) or matches($address, '^(https?|mailto):', 'i')) then iri-to-uri($address)
      else (ed:told-address('link', $address, $from), ed:told-address('picture', $address, $from))[1]"/>
  </xsl:function>

  <!-- The addresses in a pointer attribute: white space divides them, and belongs to none. -->
  <xsl:function name="ed:addresses" as="xs:string*">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:sequence select="tokenize($pointer)"/>
  </xsl:function>
</xsl:stylesheet>
