import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { findingsOf, underlined } from './archive.js';

const told = (body: string): string[] =>
  findingsOf({ 'a.xml': body }).map(
    (finding) => `${finding.code} [${underlined(finding, { 'a.xml': body })}] ${finding.message}`,
  );

describe('pointers that are followed', () => {
  it.each<[string, string, string[]]>([
    [
      'a chain with both directions',
      '<seg xml:id="a" next="#b"/><seg xml:id="b" prev="#a" next="#c"/><seg xml:id="c" prev="#b"/>',
      [],
    ],
    ['a chain with one direction', '<seg xml:id="a" next="#b"/><seg xml:id="b"/>', []],
    [
      'copies of one element',
      '<p xml:id="a"/><p xml:id="b" copyOf="#a"/><p xml:id="c" copyOf="#a"/><p xml:id="d" copyOf="#c"/>',
      [],
    ],
    ['correspondence, which goes both ways', '<p xml:id="a" corresp="#b"/><p xml:id="b" corresp="#a"/>', []],
    ['a note that points to the text', '<p xml:id="a"/><note xml:id="n" target="#a"/>', []],
    [
      'a circle of next',
      '<seg xml:id="a" next="#b"/><seg xml:id="b" next="#a"/>',
      ['references/cycle [#b] @next leads in a circle: #a → #b → #a.'],
    ],
    [
      'a circle in a longer chain',
      '<seg xml:id="a" next="#b"/><seg xml:id="b" next="#c"/><seg xml:id="c" next="#b"/>',
      ['references/cycle [#c] @next leads in a circle: #b → #c → #b.'],
    ],
    [
      'a circle both ways, told once',
      '<l xml:id="a" prev="#b" next="#b"/><l xml:id="b" prev="#a" next="#a"/><l xml:id="c" next="#d"/><l xml:id="d" next="#c"/>',
      [
        'references/cycle [#b] @prev leads in a circle: #a → #b → #a.',
        'references/cycle [#d] @next leads in a circle: #c → #d → #c.',
      ],
    ],
    ['itself', '<p xml:id="a" sameAs="#a"/>', ['references/cycle [#a] @sameAs leads in a circle: #a → #a.']],
    [
      'sameAs and copyOf together',
      '<p xml:id="a" sameAs="#b"/><p xml:id="b" copyOf="#a"/>',
      ['references/cycle [#b] @sameAs leads in a circle: #a → #b → #a.'],
    ],
    [
      'notes on each other',
      '<p xml:id="p"/><note xml:id="n1" target="#p #n2"/><note xml:id="n2" target="#n1"/>',
      ['references/cycle [#n2] @target leads in a circle: #n1 → #n2 → #n1.'],
    ],
    [
      'a long circle, shortened',
      Array.from({ length: 20 }, (_, i) => `<l xml:id="l${i}" next="#l${(i + 1) % 20}"/>`).join(''),
      ['references/cycle [#l1] @next leads in a circle: #l0 → #l1 → #l2 → #l3 → #l4 → #l5 → … → #l0.'],
    ],
    [
      'a prev that contradicts a next',
      '<seg xml:id="a" next="#b"/><seg xml:id="b" prev="#c"/><seg xml:id="c"/>',
      ['references/chain-broken [#b] #a has next="#b", but #b has prev="#c": the chain is broken.'],
    ],
    [
      'a next that contradicts a prev',
      '<seg xml:id="a" next="#b"/><seg xml:id="b"/><seg xml:id="c" prev="#a"/>',
      ['references/chain-broken [#a] #c has prev="#a", but #a has next="#b": the chain is broken.'],
    ],
    [
      'one wrong prev in a chain, told once',
      '<seg xml:id="a" next="#b"/><seg xml:id="b" prev="#e" next="#c"/><seg xml:id="c" prev="#b" next="#d"/><seg xml:id="d" prev="#c"/><seg xml:id="e"/>',
      ['references/chain-broken [#b] #a has next="#b", but #b has prev="#e": the chain is broken.'],
    ],
  ])('%s', (_, body, findings) => {
    expect(told(body)).toEqual(findings);
  });

  it('across files', () => {
    const archive = { 'a.xml': '<p xml:id="a" next="b.xml#b"/>', 'b.xml': '<p xml:id="b" next="a.xml#a"/>' };
    expect(findingsOf(archive).map(({ file, message }) => `${file ?? ''} ${message}`)).toEqual([
      'a.xml @next leads in a circle: #a → b.xml#b → #a.',
    ]);
  });

  property.prop([fc.array(fc.nat(29), { minLength: 1, maxLength: 30 })], { numRuns: 200 })(
    'as many circles as walking from each element finds',
    (targets) => {
      const count = targets.length;
      const next = (i: number): number => (targets[i] ?? 0) % count;
      // After as many steps as there are elements a walk is in its circle, which its least member names.
      const circles = new Set<number>();
      for (let start = 0; start < count; start++) {
        let place = start;
        for (let step = 0; step < count; step++) place = next(place);
        let least = place;
        for (let step = 0; step < count; step++) {
          place = next(place);
          least = Math.min(least, place);
        }
        circles.add(least);
      }
      const body = targets.map((_, i) => `<l xml:id="l${i}" next="#l${next(i)}"/>`).join('');
      expect(findingsOf({ 'a.xml': body }).filter(({ code }) => code === 'references/cycle')).toHaveLength(
        circles.size,
      );
    },
  );

  it('without recursion, and with an end to what is told', () => {
    const count = 10_000;
    const chain = Array.from({ length: count }, (_, i) => `<note xml:id="n${i}" target="#n${i + 1} #n${i >> 1}"/>`);
    const findings = findingsOf({ 'a.xml': `${chain.join('')}<note xml:id="n${count}"/>` });
    expect(findings).toHaveLength(100);
  });
});
