/** The first bytes of files that are often mistaken for XML; the longer beginnings come first. */
const beginnings: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG image'],
  [[0xff, 0xd8, 0xff], 'a JPEG image'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive (perhaps .docx, .odt or .epub)'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF document'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz archive'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office document (.doc)'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a Rich Text document'],
  // XML 1.0, appendix F: UTF-32 in the two byte orders, with its mark and without; EBCDIC.
  [[0xff, 0xfe, 0x00, 0x00], 'text in UTF-32'],
  [[0x00, 0x00, 0xfe, 0xff], 'text in UTF-32'],
  [[0x3c, 0x00, 0x00, 0x00], 'text in UTF-32'],
  [[0x00, 0x00, 0x00, 0x3c], 'text in UTF-32'],
  [[0x4c, 0x6f, 0xa7, 0x94], 'text in EBCDIC'],
];

/** What a file that cannot be read as XML is instead, known by its first bytes; otherwise undefined. */
export function fileKindOf(bytes: Uint8Array): string | undefined {
  return beginnings.find(([beginning]) => beginning.every((byte, index) => bytes[index] === byte))?.[1];
}
