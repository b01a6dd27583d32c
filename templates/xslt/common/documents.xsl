<?xml version="1.0" encoding="UTF-8"?>
<!--
  The way in: many parsed documents, one result each, in order. A fault in one document is reported with it
  and leaves the others alone.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:err="http://www.w3.org/2005/xqt-errors"
    xmlns:ed="urn:editio:transform"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- The documents to transform. -->
  <xsl:param name="documents" as="document-node()*"/>

  <!-- One map a document: `output`, serialized, or `error`, what the processor said. -->
  <xsl:template name="documents" as="map(*)*">
    <xsl:for-each select="$documents">
      <xsl:variable name="document" select="."/>
      <xsl:try>
        <xsl:variable name="result"><xsl:apply-templates select="$document"/></xsl:variable>
        <xsl:sequence select="map { 'output': serialize($result, $ed:serialization) }"/>
        <xsl:catch>
          <xsl:sequence select="map { 'error': local-name-from-QName($err:code) || ': ' || $err:description }"/>
        </xsl:catch>
      </xsl:try>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
