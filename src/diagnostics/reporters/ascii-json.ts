/**
 * JSON with everything but ASCII's printable characters escaped (RFC 8259, section 7), so that it can be shown anywhere
 * and read in any encoding; a final line break.
 */
export function asciiJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(
    /[\u007F-\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}
