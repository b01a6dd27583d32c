import { siteAddress } from '../address.js';
import { frequencyColumns, frequencyFigure } from '../figures/frequency.js';
import { hasRegister, type Page, type SiteContext } from '../page.js';
import { pathName, registerPages } from '../registers/entry-places.js';
import type { RegisterEntryView, RegisterSection, RegisterView } from '../registers/register-view.js';
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
      const main = wholeSection(register);
      const parts = register.sections.filter((section) => section !== main);
      return [
        main === undefined && parts.length > 0 ? overviewPage(register, context) : wholePage(register, context),
        ...parts.map((section) => partPage(section, register, context)),
        ...entryPagesOf(register, context),
        ...unidentifiedPagesOf(register, context),
      ];
    });
}

/** The section that stands on the register's first page; letters that follow it have what documents declare. */
function wholeSection({ sections }: RegisterView): RegisterSection | undefined {
  return sections.find(({ letter }) => letter === '');
}

/** A register on one page. */
function wholePage(register: RegisterView, context: SiteContext): Page {
  const { messages } = context;
  const { name } = register;
  const section = wholeSection(register);
  return {
    path: `${name}.html`,
    template: 'register',
    navigation: name,
    title: messages.text(`register.${name}.title`),
    description: messages.text(`register.${name}.lead`),
    styles: REGISTER_STYLES,
    scripts: ['register.js'],
    view: (root) => {
      const letters = section === undefined ? [] : lettersOf(section, register, root, context);
      return {
        lead: messages.text(`register.${name}.lead`),
        summary: registerSummary(section?.entries ?? [], messages),
        alphabet: letters.map(({ letter, href }) => ({ letter, label: letter, href, isCurrent: false })),
        up: '',
        parts: [],
        declared: alphabetOf(register, '', root, messages),
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
      declared: [],
      letters: lettersOf(section, register, root, context),
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
  context: SiteContext,
): { readonly letter: string; readonly href: string; readonly id: string; readonly entries: readonly object[] }[] {
  const { messages } = context;
  const apart = entriesApart(section);
  const columns = frequencyColumns(context, root);
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
      entries: entries.map((entry) => ({
        ...entryView(entry, name, root, context, !apart.has(entry)),
        frequency: frequencyFigure(entry, columns, context),
      })),
    };
  });
}
