import { children, collapsed, descendants, textOf, type EntryElement } from './entry-element.js';
import type { NameForm } from './register.js';

const placeNames = new Set(['placeName', 'geogName', 'settlement', 'region', 'country', 'district', 'bloc']);

/** A blank between two ideographs; in a name it only divides the elements of its parts. */
const IDEOGRAPHS =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

/** The forms of the entry's own names, in order; those of entries nested in it are theirs. */
export function namesOf(element: EntryElement): NameForm[] {
  const isName = ({ name }: EntryElement): boolean =>
    element.name === 'place'
      ? placeNames.has(name)
      : element.name === 'org'
        ? name === 'orgName' || name === 'name'
        : name === 'persName' || name === 'name';
  const forms: NameForm[] = [];
  for (const name of children(element)) {
    if (!isName(name)) continue;
    const language = name.attributes['xml:lang'];
    const type = name.attributes['type'];
    const common = language === undefined ? {} : { language };
    const abbreviation = deepText(name, 'abbr');
    const expansion = deepText(name, 'expan');
    if (abbreviation !== undefined) forms.push({ text: abbreviation, type: 'abbreviation', ...common });
    if (expansion !== undefined) forms.push({ text: expansion, ...common });
    const text = nameText(name);
    if (text === '' || abbreviation !== undefined || expansion !== undefined) continue;
    forms.push({ text, ...partsOfName(name), ...(type === undefined ? {} : { type }), ...common });
  }
  return forms;
}

/** Given names and surname as marked; a particle (`nameLink`) belongs to the surname. */
function partsOfName(name: EntryElement): Pick<NameForm, 'forename' | 'surname'> {
  const texts = (wanted: readonly string[]): string =>
    descendants(name)
      .filter((part) => wanted.includes(part.name))
      .map((part) => collapsed(textOf(part)))
      .filter((text) => text !== '')
      .join(' ');
  const forename = texts(['forename']);
  const surname = texts(['surname']) === '' ? '' : texts(['nameLink', 'surname']);
  return { ...(forename === '' ? {} : { forename }), ...(surname === '' ? {} : { surname }) };
}

/** The words of a name; the parts of a Chinese or a Japanese one stand together. */
function nameText(name: EntryElement): string {
  const text = collapsed(textOf(name));
  return children(name).length === 0 ? text : text.replace(IDEOGRAPHS, '');
}

function deepText(element: EntryElement, name: string): string | undefined {
  const found = descendants(element).find((part) => part.name === name);
  return found === undefined ? undefined : collapsed(textOf(found));
}
