import { InvalidArgumentError } from 'commander';

/** The number of a port, 0 for any free one. */
export function portNumber(value: string): number {
  const port = wholeNumber(value);
  if (port > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}

/** The value of an option that counts something. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/u.test(value)) throw new InvalidArgumentError('It has to be a whole number.');
  return Number(value);
}
