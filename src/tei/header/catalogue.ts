import { parseDate } from '../../annotate/recognizers/dates/index.js';
import { isDateline } from '../../structure/line-kinds.js';
import { readHeaderPassage, type HeaderInput } from './header-input.js';

/** The lines of a catalogue's heading, as read. */
export function catalogueLines(input: HeaderInput): string[] {
  return input.blocks.catalogue.flatMap((block) =>
    block.lines.map((line) => readHeaderPassage(input, line.span).text.replace(/\s+/gu, ' ').trim()),
  );
}

/** The lines that are no dates, joined: the title as the catalogue prints it. */
export function catalogueTitle(input: HeaderInput): string | undefined {
  const lines = catalogueLines(input).filter((line) => !isDateline(line));
  return lines.length === 0 ? undefined : lines.join(' ');
}

/** The dates among the lines, as ISO 8601. */
export function readCatalogueDates(input: HeaderInput): string[] {
  return catalogueLines(input).filter(isDateline).flatMap((line) => {
    const value = parseDate(line, input.language);
    return value?.attributes.when === undefined ? [] : [value.attributes.when];
  });
}
