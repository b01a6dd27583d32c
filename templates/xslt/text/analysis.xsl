<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module analysis: tokens of a corpus. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- White space that a corpus puts between two tokens that are joined. -->
  <xsl:template match="text()[parent::s or parent::phr or parent::cl or parent::name][ed:is-between-joined(.)]"/>
</xsl:stylesheet>
