/**
 * A pseudo-attribute of an `xml-model` instruction (W3C, "Associating Schemas with XML documents").
 *
 * @param data what stands in the instruction after its name.
 */
export function pseudoAttribute(data: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(data);
  return match?.[1] ?? match?.[2];
}

/** Whether an address leads to the network, from which nothing is fetched. */
export function isRemote(href: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(href);
}
