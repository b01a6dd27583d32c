/** Percent-encoded characters of an address as themselves (RFC 3986, section 2.1); as it is where they are no UTF-8. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
