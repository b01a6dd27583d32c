/**
 * Gives a TEI file that a text was converted to the ids of another name: `letter-p1` becomes `note-p1`, and so do the
 * pointers to it within the file. All else stays as it is, to the character.
 *
 * @param xml a well-formed document. @param old the document's id. @param id its new id.
 */
export function renameIdentifiers(xml: string, old: string, id: string): string {
  if (old === id) return xml;
  const renamed = (name: string): string =>
    name === old || name.startsWith(`${old}-`) ? id + name.slice(old.length) : name;
  const own = new Set([...xml.matchAll(/\sxml:id\s*=\s*["']([^"']*)["']/gu)].map(([, name = '']) => name));
  return xml.replace(/<[^!?/][^<>]*>/gu, (tag) =>
    tag.replace(/(\s[^\s=]+\s*=\s*)("[^"]*"|'[^']*')/gu, (_whole, name: string, value: string) => {
      const inner = value.slice(1, -1);
      const changed = /\sxml:id\s*=/u.test(name)
        ? renamed(inner)
        : inner.replace(/(?<=^|\s)#(\S+)/gu, (pointer, target: string) =>
            own.has(target) ? `#${renamed(target)}` : pointer,
          );
      return `${name}${value[0] ?? ''}${changed}${value[0] ?? ''}`;
    }),
  );
}
