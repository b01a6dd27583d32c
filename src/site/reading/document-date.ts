import { dateOf, isKnown, type DateView } from './date-view.js';
import { descendants, elementsAt, elementsOf, textOf, type XmlElement } from './xml-view.js';

/** A year as it stands in words, of our era and with four figures. */
const YEAR = /(?<!\d)(1\d{3}|20\d{2})(?!\d)/g;

/**
 * When the document was made, in the order of what is surest: its creation, a letter's sending, the origin of the
 * manuscript, a date in the title, the setting, the recording, the printed source. When the file was published is not
 * asked.
 */
export function documentDate(header: XmlElement | undefined): DateView | undefined {
  const profile = elementsOf(header, 'profileDesc')[0];
  const source = elementsAt(header, 'fileDesc', 'sourceDesc')[0];
  const creation = elementsOf(profile, 'creation')[0];
  const sent = elementsAt(profile, 'correspDesc', 'correspAction')
    .filter((act) => act.attributes.get('type') === 'sent')
    .flatMap((act) => elementsOf(act, 'date'));
  const origins = descendants(source, 'origin');
  const groups = [
    descendants(creation, 'date', 'origDate'),
    creation === undefined ? [] : [creation],
    sent,
    [...descendants(source, 'origDate'), ...origins.flatMap((origin) => [origin, ...descendants(origin, 'date')])],
    elementsAt(header, 'fileDesc', 'titleStmt', 'title').flatMap((title) => [title, ...descendants(title, 'date')]),
    elementsAt(profile, 'settingDesc').flatMap((setting) => descendants(setting, 'date')),
    descendants(elementsOf(source, 'recordingStmt')[0], 'date'),
    printed(source),
  ];
  // A title is no date by its words, and neither is a creation that tells a story.
  return groups.flatMap((elements) => elements.flatMap((element) => usable(element))).find(isKnown);
}

function usable(element: XmlElement): DateView[] {
  const date = dateOf(element);
  const isDate = element.name === 'date' || element.name === 'origDate';
  if (date.start !== '' || date.end !== '') return [isDate ? date : { ...date, text: '' }];
  if (!isDate && element.name !== 'creation') return [];
  const years = new Set(textOf(element).match(YEAR) ?? []);
  const [year] = years;
  if (years.size === 1 && year !== undefined) return [{ ...date, start: year, text: isDate ? date.text : '' }];
  return isDate ? [date] : [];
}

/** Dates of the printed source; when a play was written stands before its first night and its print. */
function printed(source: XmlElement | undefined): XmlElement[] {
  const dates = descendants(source, 'date').filter((date) => textOf(date) !== '' || date.attributes.size > 1);
  const order = ['written', 'premiere', 'print'];
  const rank = (date: XmlElement): number => {
    const place = order.indexOf(date.attributes.get('type') ?? '');
    return place === -1 ? order.length : place;
  };
  return dates.toSorted((a, b) => rank(a) - rank(b));
}
