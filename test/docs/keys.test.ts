import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { DECIDED_PARTS, decisionSchema, REFUSED_KINDS } from '../../src/edition/decision.js';
import { editionSchema, readEdition } from '../../src/edition/edition.js';
import { sidecarSchema } from '../../src/edition/sidecar.js';
import { genres } from '../../src/structure/genres/index.js';

/** Guides for people who write sidecars; what they show in passing has to be right as well. */
const guides = ['editors.md', 'genres.md', 'faq.md'].map((name) => join('docs', name));

const keys = new Set([editionSchema, sidecarSchema, decisionSchema].flatMap(({ shape }) => Object.keys(shape)));
const values: Readonly<Record<string, readonly string[]>> = {
  genre: genres.map(({ name }) => name),
  part: DECIDED_PARTS,
  not: REFUSED_KINDS,
};

/** What the code within a text's sentences says that no file of an edition may have: keys, genres, parts, kinds. */
function unknownIn(markdown: string): string[] {
  const sentences = markdown.replace(/^```[\s\S]*?^```/gmu, '');
  return [...sentences.matchAll(/`(\w+): ([^`]*)`/gu)].flatMap(([, key = '', value = '']) => {
    if (!keys.has(key)) return [key];
    const allowed = values[key];
    return allowed === undefined || allowed.includes(value) ? [] : [`${key}: ${value}`];
  });
}

describe('the keys in the sentences of the guides', () => {
  it.each(guides)('%s', (path) => {
    expect(unknownIn(readFileSync(path, 'utf8'))).toEqual([]);
  });

  it('would be found, if there were none such', () => {
    expect(unknownIn('`genre: leter`, `part: p`, `tilte: x`\n\n```yaml\nother: x\n```\n')).toEqual([
      'genre: leter',
      'tilte',
    ]);
  });
});

describe('docs/site.md', () => {
  const blocks = [...readFileSync('docs/site.md', 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```/gmu)];
  const settings = blocks.map(([, text = '']) => text).filter((text) => text.startsWith('site:'));

  it('shows settings that are read without a finding', () => {
    const findings: Diagnostic[] = [];
    expect(settings.length).toBeGreaterThan(0);
    for (const text of settings) readEdition('edition.yaml', text, 'x', (finding) => findings.push(finding));
    expect(findings).toEqual([]);
  });
});

describe('docs/README.md', () => {
  it('leads to every guide', () => {
    const index = readFileSync('docs/README.md', 'utf8');
    const others = readdirSync('docs').filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(others.filter((name) => !index.includes(`](${name})`))).toEqual([]);
  });
});
