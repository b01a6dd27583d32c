import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One schema of the specification's cases, and documents for it. */
export interface SchemaCase {
  /** The file it stands in and its title. */
  readonly title: string;
  readonly isCorrect: boolean;
  readonly schema: string;
  /** Other files that the schema refers to, by their path beside it. */
  readonly files: ReadonlyMap<string, string>;
  readonly documents: readonly { readonly text: string; readonly isValid: boolean }[];
}

const namespace = 'http://relaxng.org/ns/structure/1.0';

/** A schema with the namespace that the cases leave out, in its first tag; one that has its own there keeps it. */
function withNamespace(text: string): string {
  const [tag = ''] = /<[a-zA-Z][^>]*/u.exec(text) ?? [];
  if (/^<\w+:|\sxmlns="/u.test(tag)) return text;
  return text.replace(/<[a-zA-Z]+/u, `$& xmlns="${namespace}"`);
}

/** The parts of a case: lines that begin with a sign and a blank begin a part, which other lines go on with. */
function partsOf(text: string): { sign: string; lines: string[] }[] {
  const parts: { sign: string; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const [, sign, rest = ''] = /^([-=!@+#])(?: (.*)|$)/u.exec(line) ?? [];
    if (sign !== undefined) parts.push({ sign, lines: [rest] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts;
}

function casesOf(file: string, text: string): SchemaCase[] {
  const cases: (Omit<SchemaCase, 'files' | 'documents'> & {
    files: Map<string, string>;
    documents: { text: string; isValid: boolean }[];
  })[] = [];
  for (const { sign, lines } of partsOf(text)) {
    const [first = '', ...others] = lines;
    const rest = others.join('\n').trim();
    if (sign === '=' || sign === '!') {
      const title = `${file}: ${first}`;
      cases.push({ title, isCorrect: sign === '=', schema: withNamespace(rest), files: new Map(), documents: [] });
    } else if (sign === '@') {
      cases.at(-1)?.files.set(first, withNamespace(rest));
    } else if (sign !== '#') {
      cases.at(-1)?.documents.push({ text: lines.join('\n').trim(), isValid: sign === '+' });
    }
  }
  return cases;
}

/** The cases of all sections; the form of their files is told at the beginning of `3-full-syntax.txt`. */
export function readCases(folder: string): SchemaCase[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => casesOf(file.replace(/\.txt$/u, ''), readFileSync(join(folder, file), 'utf8')));
}

/** What a validator says of a case: of its schema, of its documents. */
export interface Verdict {
  readonly isCorrect: boolean;
  readonly valid: readonly boolean[];
}

/** Where a validator says otherwise than the cases, a line each. */
export function disagreements(
  cases: readonly SchemaCase[],
  verdictOf: (each: SchemaCase, index: number) => Verdict,
): string[] {
  return cases.flatMap((each, index) => {
    const { isCorrect, valid } = verdictOf(each, index);
    if (isCorrect !== each.isCorrect)
      return [`${each.title}: the schema ought to be ${each.isCorrect ? '' : 'in'}correct`];
    if (!isCorrect) return [];
    return each.documents
      .filter(({ isValid }, at) => valid[at] !== isValid)
      .map(({ text, isValid }) => `${each.title}: ${text} ought to be ${isValid ? '' : 'in'}valid`);
  });
}
