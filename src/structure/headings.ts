import type { Block } from '../blocks/block.js';
import { baseLanguage } from '../language/function-words.js';
import { endsSentence, isAttendee, isCapitals, isDateline, isTitleCase, withoutMarkers } from './line-kinds.js';

/** The longest line that heads something. */
const LONGEST_HEADING = 150;

/** "On the Situation in Hungary", "Zur Lage in Ungarn": prepositions that an item of an agenda begins with. */
const topicOpening: Readonly<Record<string, RegExp>> = {
  en: /^(?:on|re|concerning|regarding|about|agenda|item|point|question|report|discussion|consideration|information)(?![\p{L}])/iu,
  de: /^(?:zu[rm]?|über|betreffend|betrifft|betr\.|tagesordnung|punkt|bericht|beratung)(?![\p{L}])/iu,
  fr: /^(?:sur|de\s+la|du|au\s+sujet|concernant|ordre\s+du\s+jour|point|rapport|question)(?![\p{L}])/iu,
  ru: /^(?:об?|вопрос|повестка|пункт|доклад|сообщение|информация)(?![\p{L}])/iu,
  hu: /^(?:napirend|jelentés|beszámoló|tájékoztató)(?![\p{L}])/iu,
};

/**
 * Whether a block heads the text after it. Marked headings and lines in capitals do; a short line without final
 * punctuation does where prose follows; a line with a full stop only where it is written as a title or names a topic.
 */
export function isHeading(block: Block, next: Block | undefined, language: string): boolean {
  if (block.kind === 'heading') return true;
  if (block.kind === 'rule' || block.lines.length > 2) return false;
  const text = withoutMarkers(block.text);
  if (text.length > LONGEST_HEADING || !/^["“„«(]?[\p{Lu}\d]/u.test(text) || isDateline(text)) return false;
  if (/^[([].*[)\]]\.?$/u.test(text)) return false;
  if (block.emphasis === 'bold' && next !== undefined) return true;
  if (isCapitals(text) && !/[,;]$/u.test(text) && text.split(/\s+/u).length >= 2) return next !== undefined;
  if (next === undefined || text.split(/\s+/u).length < 2) return false;
  const topic = topicOpening[baseLanguage(language)]?.test(text) ?? false;
  if (/\.$/u.test(text) && !/(?:^|\s)\p{L}{1,4}\.$/u.test(text)) {
    const oneSentence = !/\p{L}{4,}[.!?]\s+\p{Lu}/u.test(text.slice(0, -1));
    return (
      oneSentence &&
      text.length <= 100 &&
      !/,/u.test(text) &&
      (isTitleCase(text) || (topic && text.split(/\s+/u).length <= 8))
    );
  }
  if (endsSentence(text) || isAttendee(text, language)) return false;
  return topic || isTitleCase(text) || next.text.length >= 120;
}

/** A remark in parentheses under a heading: "(Re: Point 1 of Protocol No. 49)", "(Shepilov, Molotov, Bulganin)". */
export function isSubheading(block: Block): boolean {
  const text = withoutMarkers(block.text);
  return block.lines.length === 1 && text.length <= LONGEST_HEADING && /^\([^()]+\)\.?$/u.test(text);
}
