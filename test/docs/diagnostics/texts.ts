import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../../../src/commands/convert.js';
import { explain } from '../../../src/commands/explain.js';
import { quickFileSystem } from '../../storage/faulty-file-system.js';
import { edition, inFolder, letter, persons, tei, type Trigger } from './trigger.js';

const kovacs = persons(
  '<listPerson><person xml:id="kovacs-bela"><persName><forename>Béla</forename> <surname>Kovács</surname></persName></person><person xml:id="kovacs-istvan"><persName><forename>István</forename> <surname>Kovács</surname></persName></person></listPerson>',
);
const georgia =
  '<listPlace><place xml:id="georgia"><placeName>Georgia</placeName></place><place xml:id="georgia-us"><placeName>Georgia</placeName></place></listPlace>';

const dear = (body: string): string =>
  `Vienna, 3 May 1848\n\nDear Clara,\n\n${body}\n\nYours sincerely,\nRobert Weir\n`;
const register = { 'tei/register/persons.xml': kovacs };

/** What makes the findings of texts, sidecars, registers and conversions. */
export const textTriggers: Readonly<Record<string, Trigger>> = {
  'source/empty': letter(''),
  'source/wrong-byte': letter(Buffer.from('K\u00e1d\u00e1r came.', 'latin1')),
  'source/unknown-encoding': edition({ 'letter.txt': 'Dear Clara,' }, { encoding: 'utf8-de' }),
  'source/looks-like-utf-16': letter(Buffer.from('Dear Clara, we leave on Friday.', 'utf16le')),
  'source/binary': letter('PK\0\u0003'),
  'source/control-character': letter('We leave\u0007 on Friday.'),
  'source/control-replaced': edition({ 'letter.txt': 'We leave\u0007 on Friday.' }, { controls: 'replace' }),
  'source/replacement-character': letter('K\ufffdd\ufffdr came.'),
  'source/bidi-control': letter('We leave \u202e on Friday.'),
  'source/too-large': letter('word '.repeat(1_800_000)),
  'source/other-format': letter(Buffer.from('PK\u0003\u0004\u0014\u0000 word/document.xml', 'latin1')),
  'source/markup': letter('<!DOCTYPE html>\n<html><body><p>One.</p></body></html>\n'),
  'source/c1-control': letter('Hungary\u0092s troops left.'),
  'source/byte-order-mark': letter('\ufeffWe leave on Friday.'),
  'source/mixed-line-ends': letter('We leave.\r\n\r\nSoon.\n\nRobert\n'),

  'edition/folder-missing': () => inFolder({}, (folder) => convert(quickFileSystem, join(folder, 'editon'), {})),
  'edition/no-such-line': () =>
    inFolder({ 'letter.txt': dear('We leave.') }, (folder) =>
      explain(quickFileSystem, folder, { id: 'letter', line: 4000 }),
    ),
  'edition/no-seeds': edition({ 'letter.text': 'Dear Clara,' }),
  'edition/texts-beside-tei': edition({ 'letter.xml': tei('<p>One.</p>'), 'LICENSE.txt': 'Public domain.' }),
  'edition/not-a-file': edition({ 'seeds/letter.txt/': '', 'seeds/a.txt': 'One.' }),
  'edition/outside-folder': () =>
    inFolder({ 'other/letter.txt': 'One.', 'mine/seeds/a.txt': 'Two.' }, (folder) => {
      symlinkSync(join(folder, 'other/letter.txt'), join(folder, 'mine/seeds/letter.txt'));
      return convert(quickFileSystem, join(folder, 'mine'), {});
    }),
  'edition/link-without-target': () =>
    inFolder({ 'seeds/b.txt': 'One.' }, (folder) => {
      symlinkSync('c.txt', join(folder, 'seeds/a.txt'));
      return convert(quickFileSystem, folder, {});
    }),
  'edition/id-collision': edition({ 'seeds/Letter 1.txt': 'One.', 'seeds/letter-1.txt': 'Two.' }),
  'edition/two-sidecars': letter('One.', 'genre: letter\n', { 'seeds/letter.yml': 'genre: diary\n' }),
  'edition/two-settings': edition({
    'edition.yaml': 'title: One\n',
    'edition.yml': 'title: Two\n',
    'seeds/a.txt': 'One.',
  }),
  'edition/name-too-long': edition({ [`seeds/${'a-long-name-'.repeat(20)}.txt`]: 'One.' }),
  'edition/passed-over': edition({ 'seeds/a.txt': 'One.', 'seeds/letter.docx': 'PK' }),
  'edition/sidecar-without-seed': edition({ 'seeds/letter.txt': 'One.', 'seeds/leter.yaml': 'genre: letter\n' }),
  'edition/yaml-syntax': edition({ 'edition.yaml': 'title: Letter: to Kádár\n', 'seeds/letter.txt': 'One.' }),
  'edition/unknown-key': edition({ 'edition.yaml': 'tilte: Letters\n', 'seeds/letter.txt': 'One.' }),
  'edition/value-not-allowed': letter('One.', 'date: 1956-02-30\n'),
  'edition/unknown-id': letter(
    dear('Kovács came.'),
    'decisions:\n  - quote: Kovács\n    person: kovacs-bella\n',
    register,
  ),
  'edition/unknown-document': edition({ 'seeds/letter-1958.txt': 'One.' }, { only: ['leter-1958'] }),
  'edition/decision-without-place': letter(
    dear('Then Lu Di-ni spoke.'),
    'decisions:\n  - quote: Lu Dingyi\n    not: person\n',
  ),
  'edition/decision-ambiguous': letter(
    dear('Kovács came. Kovács went.'),
    'decisions:\n  - quote: Kovács\n    person: kovacs-bela\n',
    register,
  ),

  'register/not-well-formed': letter('One.', undefined, {
    'tei/register/persons.xml': persons('<listPerson><person><persName><surname>Nagy</persName></person></listPerson>'),
  }),
  'register/document-type': letter('One.', undefined, {
    'tei/register/persons.xml': `<!DOCTYPE TEI SYSTEM "tei.dtd">${kovacs}`,
  }),
  'register/duplicate-id': letter('One.', undefined, {
    'tei/register/persons.xml': kovacs.replace('kovacs-istvan', 'kovacs-bela'),
  }),
  'register/entry-without-id': letter('One.', undefined, {
    'tei/register/persons.xml': persons('<listPerson><person><persName>Imre Nagy</persName></person></listPerson>'),
  }),
  'register/entry-without-name': letter('One.', undefined, {
    'tei/register/places.xml': persons('<listPlace><place xml:id="moscow"/></listPlace>'),
  }),
  'register/no-entries': letter('One.', undefined, {
    'tei/register/persons.xml': persons('<listPerson/>'),
  }),

  'notes/marker-without-note': letter(dear('As was agreed.[1] Nobody came.[7]') + '\n[1] In May.\n'),
  'notes/note-without-marker': letter(dear('As was agreed.[1]') + '\nNotes\n\n[1] In May.\n\n[2] In June.\n'),
  'notes/duplicate-marker': letter(dear('As was agreed.[1] Nobody came.[1]') + '\n[1] In May.\n'),
  'notes/duplicate-number': letter(dear('As was agreed.[1]') + '\nNotes\n\n[1] In May.\n\n[1] In June.\n'),
  'notes/number-missing': letter(dear('As was agreed.[1] Nobody came.[3]') + '\n[1] In May.\n\n[3] In June.\n'),

  'names/ambiguous-person': letter(dear('Dr. Kovács came.'), undefined, register),
  'names/ambiguous-place': letter(dear('We go to Georgia.'), undefined, {
    'tei/register/places.xml': persons(georgia),
  }),
  'names/unregistered': letter(dear('Prof. Szabó came.')),

  'dates/impossible': letter(dear('We leave on 31 April 1956.')),
  'dates/ambiguous': letter('The meeting of 3/4/1956 was short.'),
  'dates/weekday-differs': letter(dear('We met on Monday, 30 October 1956.')),
  'dates/unresolved': letter('The train left yesterday, and nobody was in it.'),

  'convert/unknown-genre': letter('One.', 'genre: leter\n'),
  'convert/quotation-not-closed': letter(dear('He replied, "We shall see.')),
  'convert/quotation-not-opened': letter(dear('They had learned much from these talks"')),
  'convert/foreign-reference': letter(dear('On this see Document No. 8.')),
};
