import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { DECIDED_PARTS, decisionSchema, REFUSED_KINDS } from '../../src/edition/decision.js';
import { editionSchema, readEdition } from '../../src/edition/edition.js';
import { readSidecar, sidecarSchema } from '../../src/edition/sidecar.js';
import { readRegisterFile } from '../../src/edition/register-file.js';
import { genres } from '../../src/structure/genres/index.js';
import { validateFiles } from '../../src/validate/validate.js';
import { outputFormats } from '../../src/transform/transform.js';

const configuration = readFileSync('docs/configuration.md', 'utf8');
const commands = readFileSync('docs/commands.md', 'utf8');

/** The part of a document under one of its headings. */
function section(markdown: string, heading: string): string {
  return markdown.split(/^## /mu).find((part) => part.startsWith(heading)) ?? '';
}

/** The words in the first column of a section's tables. */
function firstColumn(markdown: string): string[] {
  return [...markdown.matchAll(/^\| (`[^|]*) \|/gmu)].flatMap((row) =>
    [...(row[1] ?? '').matchAll(/`([^`]+)`/gu)].map((word) => word[1] ?? ''),
  );
}

/** The words in the first column of a section's tables of keys. */
function keysIn(markdown: string): string[] {
  return markdown.split(/\n{2,}/u).flatMap((part) => (part.startsWith('| Key |') ? firstColumn(part) : []));
}

/** The code blocks of one language in a section. */
function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gmu'))].map(
    (match) => match[1] ?? '',
  );
}

describe('docs/configuration.md', () => {
  it.each([
    ['edition.yaml', Object.keys(editionSchema.shape)],
    ['Sidecars', Object.keys(sidecarSchema.shape)],
    ['Decisions', Object.keys(decisionSchema.shape)],
  ])('has every key of %s, and no other', (heading, keys) => {
    expect(keysIn(section(configuration, heading)).sort()).toEqual([...keys].sort());
  });

  it('has every genre, every part and everything that can be refused', () => {
    const words = [...genres.map((genre) => genre.name), ...DECIDED_PARTS, ...REFUSED_KINDS];
    expect(words.filter((word) => !configuration.includes(`\`${word}\``))).toEqual([]);
  });

  it('shows examples that are read without a finding', () => {
    const findings: Diagnostic[] = [];
    const report = (finding: Diagnostic): void => {
      findings.push(finding);
    };
    const editions = blocks(section(configuration, 'edition.yaml'), 'yaml');
    const sidecars = ['Sidecars', 'Decisions'].flatMap((heading) => blocks(section(configuration, heading), 'yaml'));
    const registers = blocks(section(configuration, 'Registers'), 'xml');
    expect([editions.length, sidecars.length, registers.length]).toEqual([1, 2, 1]);
    for (const text of editions) readEdition('edition.yaml', text, 'x', report);
    for (const text of sidecars) readSidecar('x.yaml', text, report);
    for (const text of registers) {
      expect(readRegisterFile('persons.xml', text, report).persons.map(({ id }) => id)).toEqual(['kadar-janos']);
    }
    expect(findings).toEqual([]);
  });
});

describe('docs/commands.md', () => {
  it('has every setting of every format', () => {
    const words = firstColumn(commands);
    const settings = Object.values(outputFormats).flatMap((format) => Object.keys(format.parameters));
    expect(settings.filter((setting) => !words.includes(setting))).toEqual([]);
  });

  it('shows a register that the edition’s grammar and rules accept', async () => {
    const [text = ''] = blocks(section(configuration, 'Registers'), 'xml');
    const file = { path: 'tei/register/persons.xml', bytes: new TextEncoder().encode(text) };
    const findings = await validateFiles([file], { schema: 'schema/editio.rng', schematron: ['schema/editio.sch'] });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
