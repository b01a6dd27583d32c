import type { Dice } from './dice.js';

const LEAF = /<([\w:]+)((?:\s[^<>]*?)?)(?:\/>|>([^<]*)<\/\1>)/gu;
const START = /<([A-Za-z][\w:]*)((?:\s[^<>]*?)?)\/?>/gu;
const ATTRIBUTE = /\s(?!xmlns)([\w:]+)="([^"]*)"/gu;

/** Attributes with values of which every schema refuses some. */
const attributes = [
  'n="1"', 'type="x y"', 'when="1999-02-30"', 'when="1999"', 'ref="#a b"', 'xml:lang="en-"', 'rend=""', 'xml:id="1a"',
  'foo="1"', 'cert="maybe"', 'cert="high"', 'notBefore="1956-13"', 'xml:id="id0"', 'corresp="  "', 'part="Z"',
]; // prettier-ignore

/**
 * Makes one to three small mistakes in a document, as people and programs make them: an element left out, doubled, under
 * another name, at another place; stray text; an attribute lost, added, or with another value. The result is well-formed;
 * it may happen to be valid.
 *
 * @param names element names to choose from.
 */
export function mutate(document: string, names: readonly string[], dice: Dice): string {
  let text = document;
  for (let count = 1 + dice.below(3); count > 0; count--) text = dice.pick(mutations)(text, names, dice);
  return text;
}

type Mutation = (text: string, names: readonly string[], dice: Dice) => string;

const mutations: readonly Mutation[] = [
  (text, _, dice) => onMatch(text, LEAF, dice, ([leaf], offset) => (offset === 0 ? leaf : '')),
  (text, _, dice) => {
    const leaf = dice.pick(['<p/>', ...[...text.matchAll(LEAF)].map(([element]) => element)]);
    return onMatch(text, START, dice, ([tag], offset) => (offset === 0 ? tag : withoutIds(leaf) + tag));
  },
  (text, names, dice) =>
    onMatch(text, LEAF, dice, ([, , rest = '', content = ''], offset) => {
      const name = dice.pick(names);
      return offset === 0 ? `<${name}${rest}/>` : `<${name}${rest}>${content}</${name}>`;
    }),
  (text, names, dice) =>
    onMatch(text, START, dice, ([tag], offset) => (offset === 0 ? tag : `<${dice.pick(names)}/>${tag}`)),
  (text, _, dice) => onMatch(text, START, dice, ([tag], offset) => (offset === 0 ? tag : `stray${tag}`)),
  (text, _, dice) => onMatch(text, ATTRIBUTE, dice, () => ''),
  (text, _, dice) => onMatch(text, ATTRIBUTE, dice, ([, name = '']) => ` ${name}="other"`),
  (text, _, dice) =>
    onMatch(text, START, dice, ([tag, name = '']) => {
      const attribute = dice.pick(attributes);
      const isThere = tag.includes(` ${attribute.slice(0, attribute.indexOf('='))}=`);
      return isThere ? tag : tag.replace(name, `${name} ${attribute}`);
    }),
];

function onMatch(
  text: string,
  pattern: RegExp,
  dice: Dice,
  replacement: (match: RegExpExecArray, offset: number) => string,
): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const match = dice.pick(matches);
  return text.slice(0, match.index) + replacement(match, match.index) + text.slice(match.index + match[0].length);
}

function withoutIds(leaf: string): string {
  return leaf.replace(/ xml:id="[^"]*"/gu, '');
}
