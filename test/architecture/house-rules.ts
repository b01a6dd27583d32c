import type { SourceText } from './layers.js';

/** Files are short enough to be read at one sitting. */
const LONGEST = 250;

/** What is wrong with a file of src beside its imports, a line each. */
export function houseFaults({ path, text }: SourceText): string[] {
  const faults: string[] = [];
  const lines = text.replace(/\n$/u, '').split('\n').length;
  if (lines > LONGEST) faults.push(`${path} has ${String(lines)} lines; ${String(LONGEST)} are the limit`);
  if (/(?:^|[/-])(?:utils?|helpers?|misc|common|stuff)(?:[/.-]|$)/u.test(path)) {
    faults.push(`${path} is not named by what it is about`);
  }
  const code = withoutComments(text);
  if (path !== 'cli.ts' && /\bconsole\s*\.|\bprocess\.std(?:out|err)\b/u.test(code)) {
    faults.push(`${path} prints, which only cli.ts does`);
  }
  if (/(?::|\bas|<|\|)\s*any\b(?!')/u.test(code)) faults.push(`${path} has the type any`);
  for (const match of code.matchAll(/from '(\.[^']*)'/gu)) {
    if (!match[1]?.endsWith('.js')) faults.push(`${path} imports ${match[1] ?? ''} without its ending .js`);
  }
  return faults;
}

/** Comments away, as far as lines tell them: enough for a search of words. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/^\s*\/\/.*$/gmu, '');
}

/**
 * What a file of the project must not speak of: the machine and the people it was written by, and where packages come
 * from. Each pattern is written so that it does not match itself.
 */
const strange: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w.}])[/]work[/]/u, 'a folder of one machine'],
  [/[.][.][/]shared(?![/]tei)/u, 'a folder beside the project'],
  [/\bsub-?agents?\b/iu, 'who wrote it'],
  [/\b(?:this|previous|next|last|our|my|earlier|later)\s+[s]ession\b(?!\s+of)/iu, 'when it was written'],
  [/\b[i]ssues?\s+#?\d/iu, 'a number of a tracker'],
  [/\bregistry[.](?:npmjs|yarnpkg)|\bnpm(?:js)?[.](?:org|pkg)|[a]rtifactory/iu, 'a registry of packages'],
  [/"resolve[d]":/u, 'a registry of packages'],
];

/** What a file of the project says that it should not, a line each. Addresses that the project has in the world may stay. */
export function wordingFaults({ path, text }: SourceText): string[] {
  return strange.flatMap(([pattern, what]) => {
    const match = pattern.exec(text);
    if (match === null) return [];
    const line = text.slice(0, match.index).split('\n').length;
    return [`${path}:${String(line)} names ${what}: "${match[0]}"`];
  });
}
