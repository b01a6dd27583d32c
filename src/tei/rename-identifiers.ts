import { readXml } from './xml-reader.js';

/**
 * Gives a TEI file that a text was converted to the ids of another name: `letter-p1` becomes `note-p1`, and so do the
 * pointers to it within the file. Only start tags are changed; comments, instructions and text stay as they are, to the
 * character.
 *
 * @param xml a well-formed document. @param old the document's id. @param id its new id.
 */
export function renameIdentifiers(xml: string, old: string, id: string): string {
  if (old === id) return xml;
  const renamed = (name: string): string =>
    name === old || name.startsWith(`${old}-`) ? id + name.slice(old.length) : name;
  const own = new Set<string>();
  const tags: { readonly start: number; readonly end: number }[] = [];
  readXml(xml, {
    startTag: ({ attributes, offset, end }) => {
      if (attributes.length > 0) tags.push({ start: offset, end });
      for (const { name, value } of attributes) if (name === 'xml:id') own.add(value);
    },
  });
  const changedTag = (tag: string): string =>
    tag.replace(/(\s[^\s=]+\s*=\s*)("[^"]*"|'[^']*')/gu, (_whole, name: string, value: string) => {
      const inner = value.slice(1, -1);
      const changed = /\sxml:id\s*=/u.test(name)
        ? renamed(inner)
        : inner.replace(/(?<=^|\s)#(\S+)/gu, (pointer, target: string) =>
            own.has(target) ? `#${renamed(target)}` : pointer,
          );
      return `${name}${value[0] ?? ''}${changed}${value[0] ?? ''}`;
    });
  let done = 0;
  const pieces: string[] = [];
  for (const { start, end } of tags) {
    pieces.push(xml.slice(done, start), changedTag(xml.slice(start, end)));
    done = end;
  }
  return pieces.join('') + xml.slice(done);
}
