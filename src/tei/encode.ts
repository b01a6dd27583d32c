import type { AnnotatedDocument } from '../annotate/annotate.js';
import type { BlockDocument } from '../blocks/block.js';
import type { Edition } from '../edition/edition.js';
import type { Register } from '../edition/register.js';
import type { Sidecar } from '../edition/sidecar.js';
import type { SourceFile } from '../source/source-file.js';
import type { StructuredDocument } from '../structure/structure.js';
import { encodeText } from './encode-text.js';
import { readCitation } from './header/citation.js';
import { readHeaderPassage, type HeaderInput, type Witness } from './header/header-input.js';
import { isTranslation } from './header/responsibility.js';
import { teiHeader } from './header/header.js';
import { participation } from './header/participants.js';
import { allocateIdentifiers } from './identifiers.js';
import { element, type TeiElement } from './node.js';
import { pointersOf } from './pointers.js';

/** All that a TEI document is made from. */
export interface EncodeInput {
  readonly id: string;
  readonly source: SourceFile;
  readonly edition: Edition;
  readonly sidecar: Sidecar;
  readonly register: Register;
  readonly blocks: BlockDocument;
  readonly structured: StructuredDocument;
  readonly annotated: AnnotatedDocument;
  readonly language: string;
  readonly originalLanguage?: string;
  readonly witnesses?: readonly Witness[];
  readonly toolVersion: string;
  /** ISO date for `revisionDesc`, where the input says one. */
  readonly date?: string;
}

/** A document as TEI, and the ids of its notes in the order in which the source prints them. */
export interface EncodedDocument {
  readonly tei: TeiElement;
  readonly noteIds: readonly string[];
}

/** Fields whose value cites the document or a publication of it. */
const cited = new Set(['citation', 'source', 'published', 'see-also']);

/** Makes the `TEI` element of a document: header and text. */
export function encodeDocument(input: EncodeInput): EncodedDocument {
  const pointers = pointersOf(input.id);
  const identifiers = allocateIdentifiers(input.id);
  const { participants, speakers } = participation({ ...input, pointers, identifiers });
  const citations = input.blocks.fields
    .filter((field) => cited.has(field.name))
    .map((field) => {
      const first = field.values[0];
      const last = field.values.at(-1);
      const span = first === undefined || last === undefined ? field.span : { start: first.start, end: last.end };
      return { field, citation: readCitation(readHeaderPassage(input, span), input.language) };
    });
  const header: HeaderInput = { ...input, pointers, citations, participants };
  const translated = isTranslation(header);
  const noteType = noteTypeOf(input);
  const { text, noteIds } = encodeText({
    source: input.source,
    structured: input.structured,
    annotated: input.annotated,
    identifiers,
    encoding: {
      pointers,
      language: input.language,
      tool: `${input.id}-converter`,
      ...(translated ? { translator: `${input.id}-translator` } : {}),
    },
    ...(noteType === undefined ? {} : { noteType }),
    ...(noteType === 'translation' && translated ? { noteResponsibility: `#${input.id}-translator` } : {}),
    speakers,
  });
  return {
    tei: element('TEI', { 'xml:id': input.id, 'xml:lang': input.language }, [teiHeader(header), text]),
    noteIds,
  };
}

/** Whose the notes are, as their heading says. */
function noteTypeOf(input: EncodeInput): 'translation' | 'editorial' | 'author' | undefined {
  const heading = input.blocks.notesHeading?.text ?? '';
  if (/translat|übersetz|traduct|переводчик/iu.test(heading)) return 'translation';
  if (/editor|herausgeb|éditeur|редактор/iu.test(heading)) return 'editorial';
  return /author|verfasser|auteur|автор/iu.test(heading) ? 'author' : undefined;
}
