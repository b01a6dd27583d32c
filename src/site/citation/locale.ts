import { escapeText } from '../../xml/escape.js';
import type { Messages } from '../theme/messages.js';

/** Terms of the Citation Style Language with one form, by the message that says them. */
const TERMS: readonly (readonly [name: string, form: string, message: string])[] = [
  ['and', 'long', 'and'],
  ['et-al', 'long', 'andOthers'],
  ['in', 'long', 'in'],
  ['no date', 'short', 'noDate'],
  ['editor', 'verb', 'editedByLong'],
  ['editor', 'verb-short', 'editedByShort'],
  ['translator', 'verb', 'translatedByLong'],
  ['translator', 'verb-short', 'translatedByShort'],
  ['compiler', 'verb', 'compiledByLong'],
  ['compiler', 'verb-short', 'compiledByShort'],
  ['open-quote', 'long', 'openQuote'],
  ['close-quote', 'long', 'closeQuote'],
  ['open-inner-quote', 'long', 'openInnerQuote'],
  ['close-inner-quote', 'long', 'closeInnerQuote'],
];

/** Terms that count. */
const COUNTED: readonly (readonly [name: string, form: string, message: string])[] = [
  ['editor', 'long', 'editors'],
  ['editor', 'short', 'editorsShort'],
];

/**
 * The locale of the Citation Style Language for the interface's language, made from its messages: so every language
 * that has messages has citations, and an edition that words a message otherwise words its citations so.
 */
export function localeOf(messages: Messages): string {
  const text = (key: string, count?: number): string =>
    escapeText(messages.text(`cite.term.${key}`, count === undefined ? {} : { count }));
  const terms = TERMS.map(([name, form, key]) => `<term name="${name}" form="${form}">${text(key)}</term>`);
  const counted = COUNTED.map(
    ([name, form, key]) =>
      `<term name="${name}" form="${form}"><single>${text(key, 1)}</single><multiple>${text(key, 2)}</multiple></term>`,
  );
  const isInside = messages.text('cite.punctuationInQuote') === 'true';
  return [
    `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="${messages.language}">`,
    `<style-options punctuation-in-quote="${String(isInside)}"/>`,
    // Dates are given to the styles in words; a year is all that they spell themselves.
    '<date form="text"><date-part name="year"/></date>',
    '<date form="numeric"><date-part name="year"/></date>',
    '<terms>',
    ...terms,
    ...counted,
    '<term name="page-range-delimiter">–</term>',
    '</terms>',
    '</locale>',
  ].join('\n');
}
