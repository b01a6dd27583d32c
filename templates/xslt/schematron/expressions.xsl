<?xml version="1.0" encoding="UTF-8"?>
<!--
  XPath as text: just enough of its tokens to tell the name of a variable from a string or a comment that looks like one.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    exclude-result-prefixes="#all">

  <!-- Categories such as \p{L} are slow in this processor: whatever is not ASCII counts as a letter. -->
  <xsl:variable name="ed:name" as="xs:string" select="'[A-Za-z_&#x80;-&#xFFFD;][A-Za-z0-9_.\-&#x80;-&#xFFFD;]*'"/>
  <!-- Strings and comments are tokens, so that what they hold is passed over. -->
  <xsl:variable name="ed:opaque" as="xs:string">"[^"]*"|'[^']*'|\(:[^:]*:+([^:)][^:]*:+)*\)</xsl:variable>

  <!-- The parameters of an abstract pattern put in, in strings as well: they are macros. -->
  <xsl:function name="ed:substitute" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="parameters" as="map(xs:string, xs:string)"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:analyze-string select="$text[contains(., '$')]" regex="\$({$ed:name})">
        <xsl:matching-substring>
          <xsl:sequence select="($parameters(regex-group(1)), .)[1]"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="if (contains($text, '$')) then string-join($pieces) else $text"/>
  </xsl:function>

  <!-- An expression with some of its variables under other names. -->
  <xsl:function name="ed:rename" as="xs:string">
    <xsl:param name="expression" as="xs:string"/>
    <xsl:param name="names" as="map(xs:string, xs:string)"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:analyze-string select="$expression[map:size($names) gt 0]" regex="{$ed:opaque}|\$\s*({$ed:name}(:{$ed:name})?)">
        <xsl:matching-substring>
          <xsl:variable name="name" as="xs:string" select="regex-group(2)"/>
          <xsl:sequence select="if ($name != '' and exists($names($name))) then '$' || $names($name) else ."/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="if (map:size($names) gt 0) then string-join($pieces) else $expression"/>
  </xsl:function>

  <!-- The names of the variables that an expression speaks of. -->
  <xsl:function name="ed:variables" as="xs:string*">
    <xsl:param name="expression" as="xs:string"/>
    <xsl:if test="contains($expression, '$')">
      <xsl:analyze-string select="$expression" regex="{$ed:opaque}|\$\s*({$ed:name}(:{$ed:name})?)">
        <xsl:matching-substring>
          <xsl:sequence select="regex-group(2)[. != '']"/>
        </xsl:matching-substring>
      </xsl:analyze-string>
    </xsl:if>
  </xsl:function>

  <!-- A text as a string literal of XPath. -->
  <xsl:function name="ed:literal" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'''' || replace($text, '''', '''''') || ''''"/>
  </xsl:function>
</xsl:stylesheet>
