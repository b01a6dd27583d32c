import type { ValueSpace } from './value-space.js';

/** A decimal number of any length. */
export interface Decimal {
  readonly negative: boolean;
  /** Digits before the point, without leading zeros: empty for none. */
  readonly whole: string;
  /** Digits after the point, without trailing zeros. */
  readonly fraction: string;
  /** How many digits after the point were written. */
  readonly writtenFraction: number;
}

/** Zeros at an end, counted by a loop: an expression such as /0+$/ takes time in the square of their number. */
function zerosAtEnd(digits: string): number {
  let count = 0;
  while (count < digits.length && digits.charCodeAt(digits.length - 1 - count) === 0x30) count++;
  return count;
}

function decimalOf(text: string): Decimal {
  const signed = text.startsWith('-') || text.startsWith('+');
  const point = text.indexOf('.');
  const written = point === -1 ? '' : text.slice(point + 1);
  const whole = text.slice(signed ? 1 : 0, point === -1 ? text.length : point).replace(/^0+/u, '');
  const fraction = written.slice(0, written.length - zerosAtEnd(written));
  return {
    negative: text.startsWith('-') && (whole !== '' || fraction !== ''),
    whole,
    fraction,
    writtenFraction: written.length,
  };
}

function isSmaller(value: Decimal, other: Decimal): boolean {
  if (value.whole.length !== other.whole.length) return value.whole.length < other.whole.length;
  // Digits compare as texts: a shorter fraction is the beginning of a longer one, or differs in a digit.
  return value.whole === other.whole ? value.fraction < other.fraction : value.whole < other.whole;
}

function isBefore(value: Decimal, other: Decimal): boolean {
  if (value.negative !== other.negative) return value.negative;
  return value.negative ? isSmaller(other, value) : isSmaller(value, other);
}

const decimalShape = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/u;
const integerShape = /^[+-]?[0-9]+$/u;

/**
 * Section 3.2.3. Digits are counted as written, leading zeros left out, so that 1.50 has three digits and two after the
 * point; jing counts so too.
 */
export const decimal: ValueSpace<Decimal> = {
  whiteSpace: 'collapse',
  accepts: (text) => decimalShape.test(text),
  valueOf: decimalOf,
  keyOf: ({ negative, whole, fraction }) => `${negative ? '-' : ''}${whole}.${fraction}`,
  isBefore,
  digitsOf: ({ whole, fraction, writtenFraction }) => {
    const digits = whole === '' ? fraction.replace(/^0+/u, '').length : whole.length + fraction.length;
    const isZero = whole === '' && fraction === '';
    return { total: isZero ? 1 : digits + writtenFraction - fraction.length, fraction: writtenFraction };
  },
};

/** integer and the types derived from it (sections 3.3.13 to 3.3.25), by their first and last value. */
export function integer(first?: string, last?: string): ValueSpace<Decimal> {
  const [minimum, maximum] = [first, last].map((each) => (each === undefined ? undefined : decimalOf(each)));
  const isInRange = (value: Decimal): boolean =>
    !(minimum !== undefined && isBefore(value, minimum)) && !(maximum !== undefined && isBefore(maximum, value));
  const bounded = minimum !== undefined || maximum !== undefined;
  return { ...decimal, accepts: (text) => integerShape.test(text) && (!bounded || isInRange(decimalOf(text))) };
}

const floatShape = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/u;

/** float and double (sections 3.2.4 and 3.2.5): `round` brings a number to the precision of the type. */
export function floatingPoint(round: (value: number) => number): ValueSpace<number> {
  const named: ReadonlyMap<string, number> = new Map([
    ['INF', Infinity],
    ['-INF', -Infinity],
    ['NaN', NaN],
  ]);
  return {
    whiteSpace: 'collapse',
    accepts: (text) => floatShape.test(text) || named.has(text),
    valueOf: (text) => named.get(text) ?? round(Number(text)),
    // Zero has two signs and one key; NaN equals itself.
    keyOf: (value) => String(value === 0 ? 0 : value),
    isBefore: (value, other) => value < other,
  };
}
