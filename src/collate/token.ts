/** One word or punctuation mark of a witness. */
export interface Token {
  /** The characters as the witness has them. */
  readonly form: string;
  readonly kind: 'word' | 'punctuation';
  /** Whether white space, or the beginning of a paragraph, stands before it. */
  readonly spaced: boolean;
  /** Whether a paragraph (or another block) begins with it. */
  readonly opensBlock: boolean;
  /** Where it stands in the text of its block, in UTF-16 offsets: half-open. */
  readonly start: number;
  readonly end: number;
  /** The number of its block in the witness. */
  readonly block: number;
}

/**
 * What a text is taken apart into. Scripts without word spaces give a token for each character; initials with their
 * points (U.S.S.R.) and numbers with theirs (1.500,25) are one word; a hyphen is punctuation, so that a compound and its
 * two words can be aligned; points in a row are one mark.
 */
const tokenPattern = new RegExp(
  [
    String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`,
    String.raw`\p{L}(?:\.\p{L})+(?![\p{L}\p{N}\p{M}])\.?`,
    String.raw`\p{N}+(?:[.,]\p{N}+)*(?![\p{L}\p{M}])`,
    String.raw`[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*`,
    String.raw`\.{2,}`,
    String.raw`\S`,
  ].join('|'),
  'gu',
);

/**
 * The tokens of a block of text, in order. Together with their spacing they say the text again, but for the kind and
 * amount of its white space.
 *
 * @param text the text of one block. @param block its number.
 */
export function tokenize(text: string, block: number): Token[] {
  let end = 0;
  return [...text.matchAll(tokenPattern)].map((match, index) => {
    const [form] = match;
    const spaced = index === 0 || match.index > end;
    end = match.index + form.length;
    return {
      form,
      kind: /[\p{L}\p{N}\p{M}]/u.test(form) ? 'word' : 'punctuation',
      spaced,
      opensBlock: index === 0,
      start: match.index,
      end,
      block,
    };
  });
}
