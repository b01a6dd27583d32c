/** How far the work on a document has come: the values of `change/@status` that the edition's ODD allows. */
export const DOCUMENT_STATUSES = ['draft', 'candidate', 'approved', 'published', 'withdrawn'] as const;

export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];
