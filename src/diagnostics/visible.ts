/**
 * Control characters and characters that change the direction of writing: in untrusted text they could move the
 * cursor, colour or hide what a terminal shows, or turn a line around.
 */
const unsafe = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** One line of untrusted text made fit for a terminal or log: tabs become blanks, unsafe characters `<U+001B>`. */
export function visible(text: string): string {
  return text.replace(unsafe, (character) => (character === '\t' ? ' ' : named(character)));
}

function named(character: string): string {
  return `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

/**
 * A line that a build server will not take for a command of its own: `::error …` and `##[…]` at its beginning are orders
 * to GitHub Actions and Azure Pipelines, whichever program prints them.
 */
export function inertLine(line: string): string {
  return line.replace(/^(\s*)(?=::|##\[)(.)/u, (_, blanks: string, sign: string) => `${blanks}${named(sign)}`);
}
