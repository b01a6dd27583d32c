/** The names of namespaces, each by the vocabulary that it is of. */
export const namespaces = {
  tei: 'http://www.tei-c.org/ns/1.0',
  /** The TEI within its examples (`egXML`). */
  examples: 'http://www.tei-c.org/ns/Examples',
  /** RELAX NG's XML syntax. */
  relaxNg: 'http://relaxng.org/ns/structure/1.0',
  /** What RELAX NG's compatibility with DTDs adds: documentation. */
  annotations: 'http://relaxng.org/ns/compatibility/annotations/1.0',
  /** ISO Schematron. */
  schematron: 'http://purl.oclc.org/dsdl/schematron',
  xslt: 'http://www.w3.org/1999/XSL/Transform',
  /** The prefix `xml` (Namespaces in XML 1.0, section 3). */
  xml: 'http://www.w3.org/XML/1998/namespace',
} as const;

/** The library of W3C XML Schema's datatypes, as RELAX NG names it. */
export const XML_SCHEMA_DATATYPES = 'http://www.w3.org/2001/XMLSchema-datatypes';
