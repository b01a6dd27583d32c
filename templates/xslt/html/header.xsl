<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module header: nothing, the title, or all that the header says, as the caller asks. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:transform"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- How much of the header is shown: `none` (a page shows it elsewhere), `title`, `full`. -->
  <xsl:param name="header" as="xs:string" select="'none'"/>

  <!-- A file that is a header only has nothing else to show; documents of a corpus are told apart by their titles. -->
  <xsl:template match="teiHeader" mode="header">
    <xsl:choose>
      <xsl:when test="$header = 'full' or empty(following-sibling::*)">
        <section class="tei-teiHeader" aria-label="{ed:word('header')}"><xsl:apply-templates mode="described"/></section>
      </xsl:when>
      <xsl:when test="$header = 'title' or exists(ancestor::teiCorpus)">
        <header class="tei-teiHeader">
          <xsl:for-each select="fileDesc/titleStmt/title[normalize-space()]">
            <p class="tei-title-stmt"><xsl:call-template name="inline"/></p>
          </xsl:for-each>
        </header>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A header anywhere else (in a fragment) is described. -->
  <xsl:template match="teiHeader"><xsl:call-template name="described"/></xsl:template>
</xsl:stylesheet>
