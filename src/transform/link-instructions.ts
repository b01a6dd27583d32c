/**
 * What tells the stylesheets where addresses of one document lead: processing instructions after its root element,
 * where no place in the text moves by them. The target of each is `editio-link`; its data are a key and an address. Keys
 * are `name:`, `link:` or `picture:` with the address as the document writes it, encoded like a part of an address. One
 * more, with the key `known`, says that all relative addresses that lead somewhere are told.
 *
 * @param links addresses by key, the keys not yet encoded.
 */
export function linkInstructions(links: ReadonlyMap<string, string> | undefined): string {
  if (links === undefined) return '';
  const instructions = [...links].map(([key, address]) => {
    const colon = key.indexOf(':') + 1;
    return `<?editio-link ${key.slice(0, colon)}${encoded(key.slice(colon))} ${address.replace(/[>\s]/g, encodeURIComponent)}?>`;
  });
  return `\n<?editio-link known?>${instructions.join('')}`;
}

/** As XPath's `encode-for-uri` does it: everything but letters, figures and `-_.~`. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
