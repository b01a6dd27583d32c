import type { Messages } from '../theme/messages.js';

/** The size of a file's content in bytes; a text is written in UTF-8. */
export function byteCount(content: string | Uint8Array): number {
  return typeof content === 'string' ? Buffer.byteLength(content, 'utf8') : content.byteLength;
}

/** A size as readers know it, in kilobytes or megabytes of a thousand (IEC 80000-13): "18 kB", "2.4 MB". */
export function fileSize(bytes: number, { language }: Messages): string {
  const [unit, size] = bytes < 1_000_000 ? (['kilobyte', bytes / 1000] as const) : (['megabyte', bytes / 1e6] as const);
  const digits = size < 10 ? 1 : 0;
  return unitFormat(language, unit, digits).format(size);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format costs more than all its uses. */
function unitFormat(language: string, unit: string, digits: number): Intl.NumberFormat {
  const key = `${language} ${unit} ${digits}`;
  const known =
    formats.get(key) ?? new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits });
  formats.set(key, known);
  return known;
}
