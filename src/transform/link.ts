/**
 * True of an address that an output may turn into a link: http, https, mailto, a path, a query, a fragment. A host without
 * a scheme (`//host`), another scheme (`javascript:`, `data:`), and anything that browsers read otherwise than it
 * looks (white space, control characters, backslashes inside) stay text. White space around the address belongs to the
 * attribute, not to the address (XML Schema, anyURI).
 *
 * `ed:is-safe-link` in templates/xslt/common/links.xsl is the same rule.
 */
export function isSafeLink(address: string): boolean {
  const trimmed = address.trim();
  if (trimmed === '' || /[\s\\\p{Cc}\p{Cf}]/u.test(trimmed) || trimmed.startsWith('//')) return false;
  return /^(?:https?|mailto):/i.test(trimmed) || !/^[^/?#]*:/.test(trimmed);
}
