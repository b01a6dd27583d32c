import type { Block } from '../blocks/block.js';
import { countedDivision } from '../language/sections.js';
import { endsSentence, isDateline, withoutMarkers } from './line-kinds.js';

/** The longest line that heads a point of an agenda or a chapter. */
const LONGEST_HEADING = 150;

/**
 * Numbered lines that head what stands under them: "1. The new quay", "II. Die Lage", "Article 1". One alone proves
 * nothing; two or more do that are numbered in order, end as no sentence does, and each have text under them.
 */
export function numberedHeadings(blocks: readonly Block[]): ReadonlySet<Block> {
  const found = new Set<Block>();
  let run: Block[] = [];
  let style = '';
  const close = (): void => {
    if (run.length >= 2) for (const block of run) found.add(block);
    run = [];
  };
  blocks.forEach((block, i) => {
    const number = numberOf(block);
    if (number === undefined) return;
    const next = blocks[i + 1];
    // A list has no text between its items.
    const hasText = next !== undefined && numberOf(next) === undefined;
    const continues = number.style === style && number.value === run.length + 1;
    if (!continues || !hasText) close();
    if (hasText && (continues || number.value === 1)) {
      if (run.length === 0) style = number.style;
      if (number.value === run.length + 1) run.push(block);
    }
  });
  close();
  return found;
}

/** The number that a line begins with, and how it is printed. */
function numberOf(block: Block): { readonly style: string; readonly value: number } | undefined {
  if (block.kind !== 'paragraph' || block.lines.length > 1) return undefined;
  const text = withoutMarkers(block.text);
  const counted = countedDivision.exec(text);
  if (counted !== null) {
    const [, word = '', numeral = ''] = counted;
    return {
      style: word.toLowerCase(),
      value: /^\d/u.test(numeral) ? Number.parseInt(numeral) : ordinalValue(numeral),
    };
  }
  const match = /^(?:(\d{1,3})|([IVXL]{1,7}))([.)])\s+(?=["“„«]?[\p{Lu}\d])/u.exec(text);
  if (match === null || text.length > LONGEST_HEADING || isDateline(text)) return undefined;
  if (endsSentence(text.slice(match[0].length))) return undefined;
  const [, figure, roman, close = ''] = match;
  if (figure !== undefined) return { style: `1${close}`, value: Number(figure) };
  return { style: `I${close}`, value: romanValue(roman ?? '') };
}

/** A Roman numeral, or the word for the first. */
function ordinalValue(numeral: string): number {
  return /^[IVXL]+$/iu.test(numeral) ? romanValue(numeral.toUpperCase()) : 1;
}

const DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

function romanValue(roman: string): number {
  const values = Array.from(roman, (digit) => DIGITS[digit] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
