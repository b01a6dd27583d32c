import { describe, expect, it } from 'vitest';
import type { PrefixRule } from '../../../src/validate/references/file-references.js';
import { PrefixExpander } from '../../../src/validate/references/prefixes.js';

const rule = (matchPattern: string, replacementPattern: string): PrefixRule => ({
  ident: 'x',
  matchPattern,
  replacementPattern,
  offset: 0,
});
const expand = (match: string, replacement: string, rest: string): unknown => {
  const expansion = new PrefixExpander().expand([rule(match, replacement)], rest);
  return expansion.kind === 'pointers' ? expansion.pointers : expansion.kind;
};

describe('a private prefix', () => {
  it.each([
    ['([A-Z]+)', 'persons.xml#$1', 'MDH', ['persons.xml#MDH']],
    ['([a-z]+):(\\d+)', '$1.xml#p$2', 'john:3', ['john.xml#p3']],
    ['(\\i\\c*)', '#$1', 'Kovács-1', ['#Kovács-1']],
    ['([\\i-[_]][\\c]*)', '#$1', 'a', 'no-match'],
    ['([a-z\\-]+)', '#$1', 'a-b', ['#a-b']],
    ['.+', 'x#$0', 'a', ['x#a']],
    ['(a)(b)?', '#$1$2$&', 'a', ['#a$&']],
    ['([A-Z]+)', '#$1', 'MDHx', 'no-match'],
    ['([A-Z', '#$1', 'M', 'wrong-pattern'],
  ])('%s → %s: %s', (match, replacement, rest, found) => {
    expect(expand(match, replacement, rest)).toEqual(found);
  });

  it.each(['(a+)+b', '(a|a)*b', '(?:a?){60}b', 'a*a*a*a*a*a*b', `${'a?'.repeat(40)}b`, `${'(a|a)'.repeat(40)}b`])(
    'with the pattern %s, which could take for ever, is not tried',
    (pattern) => {
      const start = performance.now();
      expect(expand(pattern, '#$1', 'a'.repeat(200))).toBe('not-tried');
      expect(performance.now() - start).toBeLessThan(3000);
    },
  );

  it('is not tried any more when a run has taken many steps', () => {
    const expander = new PrefixExpander();
    const kinds = new Set<string>();
    for (let count = 0; count < 40; count++) {
      kinds.add(expander.expand([rule('a*a*a*b', '#$1')], 'a'.repeat(200 - count)).kind);
    }
    expect([...kinds]).toEqual(['no-match', 'not-tried']);
  });
});
