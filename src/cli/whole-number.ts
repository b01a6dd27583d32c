import { InvalidArgumentError } from 'commander';

/** The value of an option that counts something. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/u.test(value)) throw new InvalidArgumentError('It has to be a whole number.');
  return Number(value);
}
