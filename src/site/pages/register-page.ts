import { hasRegister, registerPages, type Page, type SiteContext } from '../page.js';
import type { RegisterEntryView } from '../registers/register-view.js';

/** The register pages that have something to show. */
export function registerPagesOf(context: SiteContext): Page[] {
  const { messages, registers } = context;
  return registerPages
    .filter(({ kind }) => hasRegister(context, kind))
    .map(({ kind, name }) => {
      const { entries, unidentified } = registers[kind];
      return {
        path: `${name}.html`,
        template: 'register',
        navigation: name,
        title: messages.text(`register.${name}.title`),
        description: messages.text(`register.${name}.lead`),
        view: () => ({
          lead: messages.text(`register.${name}.lead`),
          letters: byLetter(entries),
          unidentified,
        }),
      };
    });
}

/** Entries under their first letters. The ids of the headings hold a colon, which no `xml:id` does. */
function byLetter(entries: readonly RegisterEntryView[]): object[] {
  const letters = new Map<string, RegisterEntryView[]>();
  for (const entry of entries) {
    const group = letters.get(entry.initial) ?? [];
    group.push(entry);
    letters.set(entry.initial, group);
  }
  return [...letters].map(([letter, group]) => {
    const id = `letter:${letter === '#' ? 'other' : letter}`;
    return { letter, id, href: `#${encodeURIComponent(id)}`, entries: group };
  });
}
