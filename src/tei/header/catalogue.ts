import { parseDate } from '../../annotate/recognizers/dates/index.js';
import { readHeaderLine, type HeaderInput } from './header-input.js';

/** The lines of a catalogue's heading, as read. */
export function catalogueLines(input: HeaderInput): string[] {
  return input.blocks.catalogue.flatMap((block) => block.lines.map((line) => readHeaderLine(input, line.span)));
}

/** The lines that are no dates, joined: the title as the catalogue prints it. */
export function catalogueTitle(input: HeaderInput): string | undefined {
  const lines = catalogueLines(input).filter((line) => dateIn(line, input) === undefined);
  return lines.length === 0 ? undefined : lines.join(' ');
}

/** The lines that are dates and nothing else, as ISO 8601. */
export function readCatalogueDates(input: HeaderInput): string[] {
  return catalogueLines(input).flatMap((line) => dateIn(line, input) ?? []);
}

function dateIn(line: string, input: HeaderInput): string | undefined {
  return parseDate(line, input.language)?.attributes.when;
}

/** The heading as it is meant: dates apart, the lines of the title as one. */
export function catalogueHeadings(input: HeaderInput): string[] {
  const headings: { text: string; isDate: boolean }[] = [];
  for (const line of catalogueLines(input)) {
    const isDate = dateIn(line, input) !== undefined;
    const last = headings.at(-1);
    if (last === undefined || isDate || last.isDate) headings.push({ text: line, isDate });
    else last.text = `${last.text} ${line}`;
  }
  return headings.map(({ text }) => text);
}
