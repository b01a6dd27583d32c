/** A row of a table: for each cell the pieces of its text. */
export type TableRow = string[][];

/** Columns that a string takes: its characters, combining marks not counted. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) if (!/^\p{M}$/u.test(character)) width++;
  return width;
}

/** The words of a text: what white space divides, no-break spaces excepted. */
function wordsOf(text: string): string[] {
  return text.split(/[ \t\r\n]+/).filter((word) => word !== '');
}

/**
 * Divides a text into lines at its spaces. A word longer than a line stands on a line of its own.
 *
 * @param width columns a line, the margin included; 0: one line.
 * @param first what the first line begins with; @param margin what the others begin with.
 */
export function fillLines(text: string, width: number, first: string, margin: string): string[] {
  const lines: string[] = [];
  let line = first;
  let column = widthOf(first);
  let isEmpty = true;
  for (const word of wordsOf(text)) {
    const length = widthOf(word);
    if (!isEmpty && width > 0 && column + 1 + length > width) {
      lines.push(line);
      line = margin;
      column = widthOf(margin);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    column += isEmpty ? length : length + 1;
    isEmpty = false;
  }
  lines.push(line);
  return lines;
}

/**
 * A table in lines: columns side by side where the line is wide enough, else each row as one filled paragraph. A bar
 * divides the cells in both.
 */
export function layOutTable(rows: readonly TableRow[], width: number, first: string, margin: string): string[] {
  const cells = rows.map((row) => row.map((pieces) => wordsOf(pieces.join('')).join(' ')));
  const columns: number[] = [];
  for (const row of cells) {
    row.forEach((cell, index) => (columns[index] = Math.max(columns[index] ?? 0, widthOf(cell))));
  }
  const total = columns.reduce((sum, column) => sum + column + 3, widthOf(margin) - 3);
  const fits = width === 0 || total <= width;
  return cells.flatMap((row, index) => {
    const start = index === 0 ? first : margin;
    if (!fits) return fillLines(row.join(' | '), width, start, `${margin}    `);
    const padded = row.map((cell, column) => cell + ' '.repeat(Math.max(0, (columns[column] ?? 0) - widthOf(cell))));
    return [start + padded.join(' | ')];
  });
}
