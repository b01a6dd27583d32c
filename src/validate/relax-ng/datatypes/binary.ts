import type { ValueSpace } from './value-space.js';

const hexDigits = /^[0-9a-fA-F]*$/u;

/** Section 3.2.15: bytes as pairs of hexadecimal digits. */
export const hexBinary: ValueSpace<string> = {
  whiteSpace: 'collapse',
  accepts: (text) => text.length % 2 === 0 && hexDigits.test(text),
  valueOf: (text) => text.toUpperCase(),
  keyOf: (digits) => digits,
  lengthOf: (digits) => digits.length / 2,
};

/** Sixty-four digits, padded to groups of four; the last digit before the padding has no bits that nothing reads. */
const base64Digits = /^[A-Za-z0-9+/]*(?:[AEIMQUYcgkosw048]=|[AQgw]==)?$/u;

const withoutBlanks = (text: string): string => text.replaceAll(' ', '');

/** Section 3.2.16: bytes in Base64 (RFC 2045); white space may stand anywhere. */
export const base64Binary: ValueSpace<string> = {
  whiteSpace: 'collapse',
  accepts: (text) => {
    const digits = withoutBlanks(text);
    return digits.length % 4 === 0 && base64Digits.test(digits);
  },
  valueOf: withoutBlanks,
  keyOf: (digits) => digits,
  lengthOf: (digits) => (digits.length / 4) * 3 - (digits.endsWith('==') ? 2 : digits.endsWith('=') ? 1 : 0),
};
