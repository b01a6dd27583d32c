import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { defaultEdition, readEdition, type Edition } from '../../src/edition/edition.js';
import { defaultSiteSettings } from '../../src/edition/site-settings.js';

function read(text: string): { edition: Edition | undefined; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  return { edition: readEdition('edition.yaml', text, 'my-letters', (finding) => findings.push(finding)), findings };
}

test.each([
  ['titel: x\n', 'edition/unknown-key', 'Did you mean “title”?'],
  ['licence:\n  nmae: x\n', 'edition/value-not-allowed', undefined],
  ['baseUrl: example.org\n', 'edition/value-not-allowed', undefined],
  ['editors:\n  - role: editor\n', 'edition/value-not-allowed', undefined],
  ['site:\n  langauge: en\n', 'edition/unknown-key', 'Did you mean “language”?'],
  ['site:\n  colours: {light: {accent: red}}\n', 'edition/value-not-allowed', undefined],
  ['defaults:\n  langage: en\n', 'edition/unknown-key', 'Did you mean “language”?'],
])('%j is refused', (text, code, help) => {
  const { edition, findings } = read(text);
  expect(edition).toBeUndefined();
  expect(findings[0]).toMatchObject({ code, file: 'edition.yaml', ...(help === undefined ? {} : { help }) });
});

test('an empty edition.yaml has every default; the title is the name of the folder', () => {
  expect(read('')).toEqual({
    edition: {
      title: 'my-letters',
      editors: [],
      rights: {},
      languages: ['en'],
      defaults: {},
      site: defaultSiteSettings,
      output: 'dist/edition',
    },
    findings: [],
  });
  expect(defaultEdition('').title).toBe('Edition');
});

test('what is said takes the place of the default', () => {
  const { edition, findings } = read(
    [
      'title: Letters',
      'editors:',
      '  - name: A. B.',
      '  - { id: cd, name: C. D., role: translator }',
      'licence: { name: CC0, url: "https://creativecommons.org/publicdomain/zero/1.0/" }',
      'rights: { encoding: free }',
      'baseUrl: https://example.org/letters/',
      'languages: de',
      'defaults: { language: de, encoding: windows-1252 }',
      'site: { language: fr, introduction: "One.", colours: { light: { accent: "#123" } } }',
      'output: public',
    ].join('\n'),
  );
  expect(findings).toEqual([]);
  expect(edition).toEqual({
    title: 'Letters',
    editors: [
      { id: 'editor-1', name: 'A. B.', role: 'editor' },
      { id: 'cd', name: 'C. D.', role: 'translator' },
    ],
    licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    rights: { encoding: 'free' },
    baseUrl: 'https://example.org/letters',
    languages: ['de'],
    defaults: { language: 'de', encoding: 'windows-1252' },
    site: {
      ...defaultSiteSettings,
      language: 'fr',
      introduction: ['One.'],
      colours: { light: { accent: '#123' }, dark: {} },
    },
    output: 'public',
  });
});
