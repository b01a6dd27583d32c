import type { Reason, Step } from '../storage/build-cache.js';

/** What became of a thing in each step, in the words of a list. */
const DONE: Readonly<Record<Step, string>> = {
  conversion: 'Converted',
  validation: 'Validated',
  transformation: 'Transformed',
  names: 'Names read',
  reading: 'Text read',
  citation: 'Citation made',
  page: 'Page made',
};

/** Names that a line lists; of more it says how many. */
const NAMED = 6;

/**
 * Says why a build made things anew, a line for each step and reason, in the order of the steps: which inputs changed
 * since they were made, or that they were never made before.
 */
export function rebuildReasons(reasons: readonly Reason[]): string[] {
  if (reasons.length === 0) return ['Nothing had to be made anew.'];
  const groups = new Map<string, string[]>();
  for (const { step, name, changed } of reasons) {
    const heading = `${DONE[step]}, ${changed.length === 0 ? 'for the first time' : `because of ${listed(changed)}`}`;
    const names = groups.get(heading) ?? [];
    names.push(name);
    groups.set(heading, names);
  }
  const order = Object.values(DONE);
  const place = (heading: string): number => order.findIndex((done) => heading.startsWith(`${done},`));
  return [...groups]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([heading, names]) => {
      const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
      return `${heading}: ${names.slice(0, NAMED).join(', ')}${more}`;
    });
}

function listed(inputs: readonly string[]): string {
  const changes = inputs.map((input) => `a change of ${input}`);
  return changes.length < 2 ? changes.join('') : `${changes.slice(0, -1).join(', ')} and ${changes.at(-1) ?? ''}`;
}
