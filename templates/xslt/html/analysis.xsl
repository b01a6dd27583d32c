<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI modules analysis and linking: words and sentences as a corpus marks them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- White space that a corpus puts between two tokens that are joined. -->
  <xsl:template match="text()[parent::s or parent::phr or parent::cl or parent::name][ed:is-between-joined(.)]"/>

  <!-- Sentences, clauses, phrases, words, marks: spans for those who style or read them by script. -->
  <xsl:template match="s | cl | phr | w | m | c | pc"><xsl:call-template name="inline"/></xsl:template>
</xsl:stylesheet>
