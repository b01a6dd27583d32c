import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Sidecar } from '../../src/edition/sidecar.js';
import { convertText } from '../convert/conversion.js';
import { readCases, withExpectation, type Case } from './case-file.js';

/** With EDITIO_UPDATE_CASES=1 the files get what is found; read the diff before you commit it. */
const update = process.env['EDITIO_UPDATE_CASES'] === '1' && process.env['CI'] !== 'true';

/** The TEI of a case as a reader wants it: without ids, the outermost elements at the margin. */
function encodingOf(xml: string, { settings }: Case): string {
  const name = settings['header'];
  const pattern = name === undefined ? /<text>([\s\S]*)<\/text>/u : new RegExp(`(<${name}[ >][\\s\\S]*?</${name}>)`, 'u');
  const lines = (pattern.exec(xml)?.[1] ?? '')
    .replace(/ xml:id="[^"]*"/gu, '')
    .replace(/register\/\w+\.xml(?=#)/gu, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const margin = Math.min(...lines.slice(name === undefined ? 0 : 1).map((line) => line.search(/\S/u)).filter((indent) => indent > 0), 99);
  const cut = (line: string): string => (/^\s/u.test(line) ? line.slice(Math.min(margin, line.search(/\S/u))) : line);
  return lines.map(cut).join('\n');
}

function convertCase({ text, settings }: Case): { encoding: string; findings: string[] } {
  const { quote, correct } = settings;
  const rest = Object.fromEntries(Object.entries(settings).filter(([name]) => !['header', 'quote', 'correct'].includes(name)));
  const decision = (quoted: string, corrected: string): Sidecar['decisions'] => [
    { quote: quoted.replaceAll('_', ' '), every: false, verdict: { kind: 'correct', text: corrected.replaceAll('_', ' ') }, origin: { file: 'seeds/x.yaml' } },
  ];
  const sidecar: Partial<Sidecar> = { language: 'en', ...rest, ...(quote === undefined || correct === undefined ? {} : { decisions: decision(quote, correct) }) };
  const { xml, diagnostics } = convertText(text, { sidecar });
  if (xml === undefined) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return { encoding: encodingOf(xml, { name: '', text, settings }), findings: diagnostics.map(({ code }) => code) };
}

const folder = import.meta.dirname;
describe.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', (file) => {
  const cases = readCases(file, readFileSync(join(folder, file), 'utf8'));
  it.each(cases.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    const { encoding, findings } = convertCase(each);
    if (update) {
      const title = each.name.replace(/^\S+ /u, '');
      writeFileSync(join(folder, file), withExpectation(readFileSync(join(folder, file), 'utf8'), title, encoding));
      return;
    }
    expect(encoding, each.name).toBe(each.expected);
    if (each.findings !== undefined) expect(findings, each.name).toEqual(each.findings);
  });
});
