<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module msdescription: descriptions of manuscripts, part by part. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- The description and its parts. -->
  <xsl:template match="msDesc | msPart | msFrag | msContents | msItem | physDesc | history | additional">
    <xsl:call-template name="described"/>
  </xsl:template>
</xsl:stylesheet>
