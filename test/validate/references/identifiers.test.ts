import { describe, expect, it } from 'vitest';
import { findingsOf, underlined, type Archive } from './archive.js';

const told = (archive: Archive, options: { ids?: () => boolean; editionFolder?: string }): string[] =>
  findingsOf(archive, undefined, options).map(
    (finding) =>
      `${finding.file ?? ''}:${finding.position?.line ?? 0} [${underlined(finding, archive)}] ${finding.message}`,
  );

describe('ids', () => {
  const twice = { 'a.xml': '<p xml:id="a"/>\n<p xml:id="a"/>' };

  it('stand once in a file, if that is asked', () => {
    expect(told(twice, { ids: () => true })).toEqual([
      'a.xml:3 [a] xml:id="a" is already in this file, line 2; an id names one element.',
    ]);
    expect(told(twice, {})).toEqual([]);
  });

  it('are names', () => {
    expect(told({ 'a.xml': '<p xml:id="1956"/><p xml:id="a:b"/><p xml:id="é.1-x_"/>' }, { ids: () => true })).toEqual([
      'a.xml:2 [1956] xml:id="1956" is no name, so nothing can point to it.',
      'a.xml:2 [a:b] xml:id="a:b" is no name, so nothing can point to it.',
    ]);
  });

  it('stand once in an edition, but not in a collection', () => {
    const archive = { 'e/a.xml': '<p xml:id="a"/>', 'e/b.xml': '<p xml:id="a"/>', 'other.xml': '<p xml:id="a"/>' };
    expect(told(archive, { ids: () => true })).toEqual([]);
    expect(told(archive, { editionFolder: 'e' })).toEqual([
      'e/b.xml:2 [a] xml:id="a" is already in e/a.xml, line 2; an id names one element.',
    ]);
  });
});
