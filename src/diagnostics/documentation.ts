import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../version.js';

/** What `docs/diagnostics.md` says of a code: paragraphs of Markdown. */
export interface RuleDocumentation {
  /** What the code means: its first paragraph. */
  readonly meaning: string;
  /** The whole entry, with its example and its cure. */
  readonly entry: string;
}

/** Reads the documentation of all codes, as it comes with the package; empty where it was left out of an installation. */
export function readDocumentation(): ReadonlyMap<string, RuleDocumentation> {
  let text: string;
  try {
    text = readFileSync(join(packageFolder, 'docs', 'diagnostics.md'), 'utf8');
  } catch {
    // A bundle may have left the documents out; a report without them is still a report.
    return new Map();
  }
  return documentationOf(text);
}

/** @param markdown a document whose entries have headings such as ``### `gate/empty` (error)``. */
export function documentationOf(markdown: string): ReadonlyMap<string, RuleDocumentation> {
  const found = new Map<string, RuleDocumentation>();
  for (const part of markdown.split(/^(?=#{2,3} )/mu)) {
    const heading = /^### `([^`\n]+)`[^\n]*\n/u.exec(part);
    if (heading?.[1] === undefined) continue;
    const entry = part.slice(heading[0].length).trim();
    const [meaning = ''] = entry.split(/\n{2,}/u);
    found.set(heading[1], { meaning: meaning.replace(/\s*\n\s*/gu, ' '), entry });
  }
  return found;
}
