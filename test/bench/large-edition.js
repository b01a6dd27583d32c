// An edition of any size, made up: letters and minutes of some hundred words with persons, places, dates and notes, from
// a generator that gives the same texts each time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const given = [
  'Anna',
  'Karl',
  'Ferenc',
  'Louise',
  'Emil',
  'Clara',
  'Viktor',
  'Marta',
  'Paul',
  'Irene',
  'Otto',
  'Helen',
];
const family = ['Berger', 'Novak', 'Lindqvist', 'Moreau', 'Fekete', 'Hartmann', 'Rossi', 'Dvorak', 'Olsen', 'Weiss'];
const places = ['Vienna', 'Prague', 'Leipzig', 'Turin', 'Lyon', 'Krakow', 'Basel', 'Trieste', 'Graz', 'Lund'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const sentences = [
  'the manuscript reached the printer in good order, though two leaves had been damaged by damp',
  'nobody here expects the commission to report before the end of the session',
  'the library has lent us the three volumes that we had asked for in the spring',
  'I have compared the copies line by line and found them to agree in all that matters',
  'the weather keeps us within doors, so that the work goes forward faster than we had hoped',
  'what was said of the archive at the meeting turned out to be a misunderstanding',
];

/** Numbers from 0 to `limit` - 1 that look like chance, the same each time (a linear congruential generator). */
function chance(seed) {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
}

/** The text of letter number `number`: about 350 words. */
export function letter(number) {
  const next = chance(number);
  const pick = (list) => list[next(list.length)];
  const name = () => `${pick(given)} ${pick(family)}`;
  const date = () => `${1 + next(28)} ${pick(months)} ${1840 + next(30)}`;
  const paragraph = () =>
    Array.from({ length: 4 }, () => {
      const opening = [
        `On ${date()}`,
        `In ${pick(places)}`,
        `As ${name()} wrote to me`,
        `With ${name()} at ${pick(places)}`,
      ];
      return `${pick(opening)}, ${pick(sentences)}.`;
    }).join(' ');
  const paragraphs = Array.from({ length: 4 + next(3) }, paragraph);
  const noted = paragraphs.map((text, index) => (index === 1 ? `${text}[1]` : text));
  const day = `${pick(places)}, ${date()}`;
  return [
    day,
    `Dear ${name()},`,
    ...noted,
    'Yours sincerely,',
    name(),
    `[1] ${name()}, of ${pick(places)}. —Ed.`,
    '',
  ].join('\n\n');
}

/** Writes an edition of `count` letters, with a register of all persons and places, into an empty folder. */
export function writeLargeEdition(folder, count) {
  mkdirSync(join(folder, 'seeds'), { recursive: true });
  mkdirSync(join(folder, 'tei', 'register'), { recursive: true });
  writeFileSync(join(folder, 'edition.yaml'), 'title: Letters\neditors:\n  - name: Jane Editor\nlanguages: [en]\n');
  for (let number = 1; number <= count; number++) {
    writeFileSync(join(folder, 'seeds', `letter-${String(number).padStart(5, '0')}.txt`), letter(number));
  }
  const persons = given.flatMap((forename) =>
    family.map(
      (surname) =>
        `<person xml:id="${surname.toLowerCase()}-${forename.toLowerCase()}"><persName><forename>${forename}</forename> <surname>${surname}</surname></persName></person>`,
    ),
  );
  const register = (name, list, entries) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${name}" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>Register</title></titleStmt><publicationStmt><p>Made up.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><standOff><${list}>\n${entries.join('\n')}\n</${list}></standOff></TEI>\n`;
  writeFileSync(join(folder, 'tei', 'register', 'persons.xml'), register('persons', 'listPerson', persons));
  writeFileSync(
    join(folder, 'tei', 'register', 'places.xml'),
    register(
      'places',
      'listPlace',
      places.map((place) => `<place xml:id="${place.toLowerCase()}"><placeName>${place}</placeName></place>`),
    ),
  );
}
