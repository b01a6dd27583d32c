<?xml version="1.0" encoding="UTF-8"?>
<!-- The few words that the outputs add to a text, by the language of the reader (`language`), English otherwise. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:transform"
    exclude-result-prefixes="#all" expand-text="yes">

  <!-- The reader's language, a BCP 47 tag: the language of headings and labels that are not the document's own. -->
  <xsl:param name="language" as="xs:string" select="'en'"/>

  <xsl:variable name="ed:words" as="map(*)" select="map {
    'en': map { 'permalink': 'Link to this passage', 'notes': 'Notes', 'back': 'Back to the text, note', 'source': 'source:', 'edited': 'edited:', 'or': 'or:',
      'deleted': 'deleted:', 'page': 'page', 'variants': 'Variant readings', 'abbreviations': 'Abbreviations',
      'spellings': 'Spellings of the source', 'illustration': 'illustration', 'link': 'link', 'to-place': 'Back to the text, reading', 'omits': 'om.', 'adds': 'add.', 'transposed': 'transp.', 'new-paragraph': 'new paragraph', 'no-paragraph': 'no new paragraph',
      'witStart': 'begins', 'witEnd': 'ends', 'lacunaStart': 'breaks off', 'lacunaEnd': 'goes on',
      'header': 'About this document' },
    'de': map { 'permalink': 'Link auf diese Stelle', 'notes': 'Anmerkungen', 'back': 'Zurück zum Text, Anmerkung', 'source': 'Vorlage:', 'edited': 'Edition:', 'or': 'oder:',
      'deleted': 'gestrichen:', 'page': 'Seite', 'variants': 'Lesarten', 'abbreviations': 'Abkürzungen',
      'spellings': 'Schreibungen der Vorlage', 'illustration': 'Abbildung', 'link': 'Verweis', 'to-place': 'Zurück zum Text, Lesart', 'omits': 'om.', 'adds': 'add.', 'transposed': 'transp.', 'new-paragraph': 'neuer Absatz', 'no-paragraph': 'kein neuer Absatz',
      'witStart': 'beginnt', 'witEnd': 'endet', 'lacunaStart': 'bricht ab', 'lacunaEnd': 'setzt wieder ein',
      'header': 'Zu diesem Dokument' },
    'fr': map { 'permalink': 'Lien vers ce passage', 'notes': 'Notes', 'back': 'Retour au texte, note', 'source': 'source :', 'edited': 'édition :', 'or': 'ou :',
      'deleted': 'biffé :', 'page': 'page', 'variants': 'Variantes', 'abbreviations': 'Abréviations',
      'spellings': 'Graphies de la source', 'illustration': 'illustration', 'link': 'lien', 'to-place': 'Retour au texte, leçon', 'omits': 'om.', 'adds': 'add.', 'transposed': 'transp.', 'new-paragraph': 'nouvel alinéa', 'no-paragraph': 'pas d’alinéa',
      'witStart': 'commence', 'witEnd': 'finit', 'lacunaStart': 's’interrompt', 'lacunaEnd': 'reprend',
      'header': 'À propos de ce document' },
    'hu': map { 'permalink': 'Hivatkozás erre a helyre', 'notes': 'Jegyzetek', 'back': 'Vissza a szöveghez, jegyzet', 'source': 'forrás:', 'edited': 'kiadás:', 'or': 'vagy:',
      'deleted': 'törölve:', 'page': 'oldal', 'variants': 'Szövegváltozatok', 'abbreviations': 'Rövidítések',
      'spellings': 'A forrás írásmódja', 'illustration': 'ábra', 'link': 'hivatkozás', 'to-place': 'Vissza a szöveghez, olvasat', 'omits': 'om.', 'adds': 'add.', 'transposed': 'transp.', 'new-paragraph': 'új bekezdés', 'no-paragraph': 'nincs új bekezdés',
      'witStart': 'kezdődik', 'witEnd': 'véget ér', 'lacunaStart': 'megszakad', 'lacunaEnd': 'folytatódik',
      'header': 'A dokumentumról' },
    'ru': map { 'permalink': 'Ссылка на это место', 'notes': 'Примечания', 'back': 'Назад к тексту, примечание', 'source': 'в источнике:', 'edited': 'в издании:', 'or': 'или:',
      'deleted': 'зачёркнуто:', 'page': 'страница', 'variants': 'Разночтения', 'abbreviations': 'Сокращения',
      'spellings': 'Написания источника', 'illustration': 'иллюстрация', 'link': 'ссылка', 'to-place': 'Назад к тексту, разночтение', 'omits': 'om.', 'adds': 'add.', 'transposed': 'transp.', 'new-paragraph': 'новый абзац', 'no-paragraph': 'без абзаца',
      'witStart': 'начинается', 'witEnd': 'кончается', 'lacunaStart': 'обрывается', 'lacunaEnd': 'продолжается',
      'header': 'О документе' } }"/>

  <!-- A word of ours in the reader's language. -->
  <xsl:function name="ed:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="base" select="lower-case(tokenize($language, '-')[1])"/>
    <xsl:sequence select="(if ($base) then $ed:words($base)($key) else (), $ed:words('en')($key))[1]"/>
  </xsl:function>
</xsl:stylesheet>
