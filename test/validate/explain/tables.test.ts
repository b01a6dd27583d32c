import { describe, expect, it } from 'vitest';
import { teiElement } from '../../../src/validate/explain/guidelines.js';
import {
  coarserThan,
  foreignNames,
  leftOutNames,
  teiFor,
} from '../../../src/validate/explain/habits/foreign-elements.js';
import { nestedElements } from '../../../src/validate/explain/habits/nesting.js';
import { usualElements } from '../../../src/validate/explain/habits/usual-content.js';

const nameOf = (written: string): string => /^<([\w.-]+)/u.exec(written)?.[1] ?? '';
const strangers = (names: readonly string[]): string[] => names.filter((name) => teiElement(name) === undefined);

describe('the tables', () => {
  it('propose only what TEI has', () => {
    expect(strangers(foreignNames.flatMap(teiFor).map(nameOf))).toEqual([]);
    expect(strangers(leftOutNames.flatMap(coarserThan).map(nameOf))).toEqual([]);
  });

  it('take nothing for foreign that is TEI', () => {
    expect(foreignNames.filter((name) => teiElement(name) !== undefined)).toEqual([]);
    expect(strangers(leftOutNames)).toEqual([]);
  });

  it('write whole elements', () => {
    const written = [...foreignNames.flatMap(teiFor), ...leftOutNames.flatMap(coarserThan)];
    expect(written.filter((each) => !/^<[\w]+(?: \w+="[^"]+")*\/?>$/u.test(each))).toEqual([]);
  });

  it('name each habit once', () => {
    expect(foreignNames.filter((name, index) => foreignNames.indexOf(name) !== index)).toEqual([]);
    expect(leftOutNames.filter((name, index) => leftOutNames.indexOf(name) !== index)).toEqual([]);
  });

  it('speak of nesting and custom in TEI’s names', () => {
    expect(strangers(nestedElements)).toEqual([]);
    expect(strangers(usualElements)).toEqual([]);
  });
});
