import type { SiteContext } from '../page.js';
import type { RegisterEntryView } from '../registers/register-view.js';

const made = new WeakMap<SiteContext, ReadonlyMap<string, RegisterEntryView>>();

/** The persons of the register by their ids; made once for a site. */
export function peopleOf(context: SiteContext): ReadonlyMap<string, RegisterEntryView> {
  const known = made.get(context);
  if (known !== undefined) return known;
  const people = new Map(context.registers.person.entries.map((entry) => [entry.id, entry]));
  made.set(context, people);
  return people;
}
