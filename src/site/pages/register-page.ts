import { siteAddress } from '../address.js';
import { hasRegister, type Page, type SiteContext } from '../page.js';
import { pathName, registerPages } from '../registers/entry-places.js';
import type { RegisterEntryView, RegisterSection, RegisterView } from '../registers/register-view.js';
import type { Messages } from '../theme/messages.js';
import { entriesApart, entryPagesOf, entryView, REGISTER_STYLES } from './register-entry-page.js';
import { alphabetOf, letterLabel, rangeOf, registerSummary } from './register-alphabet.js';
import { namesOnRegister, unidentifiedPagesOf } from './unidentified-page.js';
import { overviewPage } from './register-overview-page.js';

/** The register pages that have something to show. */
export function registerPagesOf(context: SiteContext): Page[] {
  return registerPages
    .filter(({ kind }) => hasRegister(context, kind))
    .flatMap(({ kind }) => {
      const register = context.registers[kind];
      const isDivided = register.sections.some(({ letter }) => letter !== '');
      const main = isDivided ? overviewPage(register, context) : wholePage(register, context);
      const parts = isDivided ? register.sections.map((section) => partPage(section, register, context)) : [];
      return [main, ...parts, ...entryPagesOf(register, context), ...unidentifiedPagesOf(register, context)];
    });
}

/** A register on one page. */
function wholePage(register: RegisterView, context: SiteContext): Page {
  const { messages } = context;
  const { name, entries, sections } = register;
  return {
    path: `${name}.html`,
    template: 'register',
    navigation: name,
    title: messages.text(`register.${name}.title`),
    description: messages.text(`register.${name}.lead`),
    styles: REGISTER_STYLES,
    scripts: ['register.js'],
    view: (root) => {
      const letters = sections.flatMap((section) => lettersOf(section, register, root, messages));
      return {
        lead: messages.text(`register.${name}.lead`),
        summary: registerSummary(entries, messages),
        alphabet: letters.map(({ letter, href }) => ({ letter, label: letter, href, isCurrent: false })),
        up: '',
        parts: [],
        letters,
        ...namesOnRegister(register, root, messages),
      };
    },
  };
}

/** A letter of a register, or a part of one. */
function partPage(section: RegisterSection, register: RegisterView, context: SiteContext): Page {
  const { messages } = context;
  const { name, sections } = register;
  const title = messages.text('register.letterTitle', {
    register: messages.text(`register.${name}.title`),
    letter: letterLabel(section.letter, messages),
  });
  const siblings = sections.filter(({ letter }) => letter === section.letter);
  const range = messages.text('register.range', rangeOf(section));
  return {
    path: section.path,
    template: 'register',
    title: siblings.length === 1 ? title : messages.text('register.part', { title, range }),
    description: messages.text('register.letterDescription', { title, range }),
    styles: REGISTER_STYLES,
    scripts: ['register.js'],
    view: (root) => ({
      lead: '',
      summary: registerSummary(section.entries, messages),
      alphabet: alphabetOf(register, section.letter, root, messages),
      up: siteAddress(root, `${name}.html`),
      parts:
        siblings.length === 1
          ? []
          : siblings.map((sibling) => ({
              label: messages.text('register.range', rangeOf(sibling)),
              href: siteAddress(root, sibling.path),
              isCurrent: sibling === section,
            })),
      letters: lettersOf(section, register, root, messages),
      unidentified: [],
      unidentifiedHref: '',
      unidentifiedCount: '',
    }),
  };
}

/** Entries under their letters. The ids of the headings hold a colon, which no `xml:id` does. */
function lettersOf(
  section: RegisterSection,
  { name }: RegisterView,
  root: string,
  messages: Messages,
): { readonly letter: string; readonly href: string; readonly id: string; readonly entries: readonly object[] }[] {
  const apart = entriesApart(section);
  const letters = new Map<string, RegisterEntryView[]>();
  for (const entry of section.entries) {
    const group = letters.get(entry.letter);
    if (group === undefined) letters.set(entry.letter, [entry]);
    else group.push(entry);
  }
  return [...letters].map(([letter, entries]) => {
    const id = `letter:${pathName(letter)}`;
    return {
      letter: letterLabel(letter, messages),
      id,
      href: `#${encodeURIComponent(id)}`,
      entries: entries.map((entry) => entryView(entry, name, root, messages, !apart.has(entry))),
    };
  });
}
