/** The first bytes of files that are often mistaken for XML; the longer beginnings come first. */
const beginnings: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG image'],
  [[0xff, 0xd8, 0xff], 'a JPEG image'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive (perhaps .docx, .odt or .epub)'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF document'],
  // XML 1.0, appendix F: UTF-32's mark in the two byte orders.
  [[0xff, 0xfe, 0x00, 0x00], 'text in UTF-32'],
  [[0x00, 0x00, 0xfe, 0xff], 'text in UTF-32'],
];

/** What a file that cannot be read as XML is instead, known by its first bytes; otherwise undefined. */
export function fileKindOf(bytes: Uint8Array): string | undefined {
  return beginnings.find(([beginning]) => beginning.every((byte, index) => bytes[index] === byte))?.[1];
}
