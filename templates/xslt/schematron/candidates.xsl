<?xml version="1.0" encoding="UTF-8"?>
<!--
  Which nodes a pattern's rules can match at all. To try every rule on every node is what costs most, and nearly all
  contexts end in the name of an element or in `*[@attribute]`: those nodes are looked up in an index. What is not
  understood here is tried on every node; the rules' own match decides in any case.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:ed="urn:editio:transform"
    xmlns:out="urn:editio:stylesheet"
    exclude-result-prefixes="#all">

  <xsl:template name="ed:keys">
    <xsl:value-of select="$ed:line"/>
    <out:key name="at:element" match="*" use="'Q{{' || namespace-uri() || '}}' || local-name()"/>
    <xsl:value-of select="$ed:line"/>
    <out:key name="at:owner" match="*[@*]" use="@* ! ('Q{{' || namespace-uri() || '}}' || local-name())"/>
  </xsl:template>

  <!-- An expression for the nodes that may match a rule of the pattern: each of them once, in any order. -->
  <xsl:function name="ed:candidates" as="xs:string">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:param name="prefixes" as="element(sch:ns)*"/>
    <xsl:variable name="kinds" as="xs:string*"
        select="distinct-values($pattern/sch:rule ! ed:steps(@context) ! ed:kind(., $prefixes))"/>
    <xsl:variable name="elements" as="xs:string*" select="$kinds[starts-with(., 'element ')] ! substring-after(., ' ')"/>
    <xsl:variable name="owners" as="xs:string*" select="$kinds[starts-with(., 'owner ')] ! substring-after(., ' ')"/>
    <xsl:variable name="attributes" as="xs:string*" select="$kinds[starts-with(., 'attribute ')] ! substring-after(., ' ')"/>
    <xsl:variable name="any" as="xs:boolean" select="$kinds = 'any'"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:choose>
        <xsl:when test="$any or $kinds = '*' or (exists($owners) and count(($elements, $owners)) gt 1)">//*</xsl:when>
        <xsl:when test="exists($owners)">
          <xsl:sequence select="'key(''at:owner'', ' || ed:literal($owners) || ')'"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$elements ! ('key(''at:element'', ' || ed:literal(.) || ')')"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="$any or $kinds = '@*'">//@*</xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$attributes ! ('key(''at:owner'', ' || ed:literal(.) || ')/@' || .)"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:sequence select="('text()', 'comment()', 'processing-instruction()')[$any or . = $kinds] ! ('//' || .)"/>
      <xsl:sequence select="'/'[$any or $kinds = '/']"/>
    </xsl:variable>
    <!-- A context that does not end, which the compiler will refuse, has no candidates. -->
    <xsl:sequence select="if (empty($parts)) then '()' else string-join($parts, ', ')"/>
  </xsl:function>

  <!-- The last step of each alternative of a context, its predicates behind it in brackets. -->
  <xsl:function name="ed:steps" as="xs:string*">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="tokens" as="xs:string*">
      <xsl:analyze-string select="$context" regex="{$ed:opaque}|[\[\]()|/]">
        <xsl:matching-substring><xsl:sequence select="."/></xsl:matching-substring>
        <xsl:non-matching-substring><xsl:sequence select="."/></xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:iterate select="$tokens, '|'">
      <xsl:param name="depth" as="xs:integer" select="0"/>
      <xsl:param name="step" as="xs:string" select="''"/>
      <xsl:variable name="deeper" as="xs:integer" select="
        if (. = ('[', '(')) then $depth + 1 else if (. = (']', ')')) then $depth - 1 else $depth"/>
      <xsl:if test="$depth = 0 and . = '|'"><xsl:sequence select="normalize-space($step)"/></xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="depth" select="$deeper"/>
        <xsl:with-param name="step" select="
          if ($depth = 0 and . = '|') then ''
          (: What stands before the last step does not matter; a pattern of one slash is the document. :)
          else if ($depth = 0 and . = '/') then '/'
          else if (starts-with(., '(:')) then $step
          else if ($step = '/' and normalize-space() != '') then .
          else $step || ."/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- What a step can match: `element NAME`, `owner ATTRIBUTE`, `attribute NAME`, a test of a kind, or `any`. -->
  <xsl:function name="ed:kind" as="xs:string">
    <xsl:param name="step" as="xs:string"/>
    <xsl:param name="prefixes" as="element(sch:ns)*"/>
    <xsl:variable name="test" as="xs:string" select="normalize-space(substring-before($step || '[', '['))"/>
    <xsl:variable name="qname" as="xs:string" select="'(' || $ed:name || ':)?' || $ed:name"/>
    <xsl:variable name="axis" as="xs:string" select="replace($test, '^(child|attribute)\s*::\s*', '')"/>
    <xsl:variable name="isAttribute" as="xs:boolean" select="starts-with($test, '@') or matches($test, '^attribute\s*::')"/>
    <xsl:variable name="name" as="xs:string" select="replace($axis, '^@\s*', '')"/>
    <xsl:variable name="owned" as="xs:string?" select="
      analyze-string($step[contains(., '[')], '\[\s*@(' || $qname || ')\s*\]')/*:match[1]/*:group[1] ! string()"/>
    <xsl:variable name="whole" as="xs:boolean" select="matches($name, '^' || $qname || '$')"/>
    <xsl:variable name="prefix" as="xs:string?" select="substring-before($name, ':')[$whole and . != '']"/>
    <xsl:sequence select="
      if ($step = '/') then '/'
      else if (exists($prefix) and not($prefix = ($prefixes/@prefix, 'xml'))) then 'any'
      else if ($isAttribute and $whole) then 'attribute ' || ed:expanded($name, $prefixes)
      else if ($isAttribute) then '@*'
      else if ($whole) then 'element ' || ed:expanded($name, $prefixes)
      else if (matches($name, '^(' || $ed:name || ':)?\*$'))
        then if (exists($owned) and matches($step, '^[^\[]*(\[[^\[\]''&quot;]*\]\s*)*$'))
             then 'owner ' || ed:expanded($owned, $prefixes) else '*'
      else if (matches($name, '^(text|comment|processing-instruction)\(\)$')) then $name
      else 'any'"/>
  </xsl:function>

  <!-- A prefixed name with its namespace, in the form of an expanded name of XPath. -->
  <xsl:function name="ed:expanded" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="prefixes" as="element(sch:ns)*"/>
    <xsl:variable name="prefix" as="xs:string" select="substring-before($name, ':')"/>
    <xsl:variable name="uri" as="xs:string?" select="
      if ($prefix = 'xml') then 'http://www.w3.org/XML/1998/namespace' else $prefixes[@prefix = $prefix][1]/@uri"/>
    <xsl:sequence select="'Q{' || $uri || '}' || replace($name, '^.*:', '')"/>
  </xsl:function>
</xsl:stylesheet>
