import type { Block } from './block.js';

/** A page's number as a source prints it between its paragraphs: `- 2 -`, `[2]`, `Page 2`, `S. 2`, `2`. */
const printedNumber = /^(?:[-–—[(]\s?)?(?:(?:page|p\.|seite|s\.|стр\.|oldal)\s?)?(\d{1,4})(?:\s?[-–—\])])?$/iu;

/** The page numbers among a source's blocks, and the blocks that are none. */
export interface PageNumbersFound {
  /** Each block with the number that it prints. */
  readonly numbers: ReadonlyMap<Block, string>;
  readonly rest: readonly Block[];
}

/**
 * Sets apart the numbers of pages that stand between paragraphs. A number alone on its line could be anything; it is a
 * page's where another one, one greater or smaller, stands before or behind it among the blocks.
 */
export function separatePageNumbers(blocks: readonly Block[]): PageNumbersFound {
  const candidates = blocks.flatMap((block, index) => {
    const number =
      block.kind === 'paragraph' && block.lines.length === 1 ? printedNumber.exec(block.text)?.[1] : undefined;
    return number === undefined ? [] : [{ block, number, index }];
  });
  const counts = (a: string | undefined, b: string): boolean =>
    a !== undefined && Math.abs(Number(a) - Number(b)) === 1;
  const numbers = new Map(
    candidates
      .filter(({ number }, i) => counts(candidates[i - 1]?.number, number) || counts(candidates[i + 1]?.number, number))
      // Numbers in a row, without text between them, are a column of figures.
      .filter(({ index }, i, all) => index - (all[i - 1]?.index ?? -2) > 1)
      .map(({ block, number }) => [block, number]),
  );
  return { numbers, rest: blocks.filter((block) => !numbers.has(block)) };
}
