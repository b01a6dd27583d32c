/** The genres that Editio structures; the value of `div/@type`, of a sidecar's `genre` and of a decision's. */
export const GENRES = ['letter', 'minutes', 'stenographic-record', 'declaration', 'diary', 'prose'] as const;

/** One of the genres that Editio structures. */
export type GenreName = (typeof GENRES)[number];
