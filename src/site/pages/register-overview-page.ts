import { siteAddress } from '../address.js';
import type { Page, SiteContext } from '../page.js';
import type { RegisterView } from '../registers/register-view.js';
import { alphabetOf, letterLabel, rangeOf, registerSummary } from './register-alphabet.js';
import { REGISTER_STYLES } from './register-entry-page.js';
import { namesApart } from './unidentified-page.js';

/** Up to how many entries the overview of a register names every one; beyond, it names the pages that have them. */
const ENTRIES_NAMED = 2000;

/**
 * The first page of a register that is divided by letters. It names every entry, under the entry's own id: an address
 * from the time when the register was small still leads to the name, and from there to the entry.
 */
export function overviewPage(register: RegisterView, context: SiteContext): Page {
  const { messages } = context;
  const { name, entries, sections } = register;
  const isNamed = entries.length <= ENTRIES_NAMED;
  return {
    path: `${name}.html`,
    template: 'register-overview',
    navigation: name,
    title: messages.text(`register.${name}.title`),
    description: messages.text(`register.${name}.lead`),
    styles: REGISTER_STYLES,
    scripts: isNamed ? ['register.js'] : [],
    view: (root) => ({
      lead: messages.text(`register.${name}.lead`),
      summary: registerSummary(entries, messages),
      alphabet: alphabetOf(register, '', root, messages),
      isNamed,
      sections: sections.map((section, index) => ({
        id: `letter:${index + 1}`,
        letter: sections[index - 1]?.letter === section.letter ? '' : letterLabel(section.letter, messages),
        range: messages.text('register.range', rangeOf(section)),
        count: messages.text('register.entryCount', { count: section.entries.length }),
        href: siteAddress(root, section.path),
        entries: (isNamed ? section.entries : []).map(({ id, heading, language, detail, count }) => ({
          id,
          heading,
          language,
          detail,
          count,
          href: siteAddress(root, section.path, id),
        })),
      })),
      ...namesApart(register, root, messages),
    }),
  };
}
