/** A name as CSL-JSON has it: in parts, or as one text. */
export type CslName = { readonly family: string; readonly given?: string } | { readonly literal: string };

/** A date as CSL-JSON has it: one day, or the first and the last of a stretch; months and days may be missing. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly circa?: boolean;
  readonly literal?: string;
}

/** The types of the Citation Style Language 1.0.2 that texts of an edition have. */
export type CslType = 'personal_communication' | 'speech' | 'manuscript' | 'document' | 'book';

/** A bibliographic item (CSL-JSON, schema 1.0.2). What is not known is left out. */
export interface CslItem {
  readonly id: string;
  readonly type: CslType;
  readonly title: string;
  readonly genre?: string;
  readonly author?: readonly CslName[];
  readonly recipient?: readonly CslName[];
  readonly compiler?: readonly CslName[];
  readonly translator?: readonly CslName[];
  readonly editor?: readonly CslName[];
  /** When the document was made; of an edition, when it was published. */
  readonly issued?: CslDate;
  /** When the edition of a document was published. */
  readonly 'available-date'?: CslDate;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly version?: string;
  readonly archive?: string;
  readonly 'archive-place'?: string;
  readonly archive_collection?: string;
  readonly archive_location?: string;
  readonly language?: string;
  readonly abstract?: string;
  readonly URL?: string;
  readonly DOI?: string;
  readonly note?: string;
}
