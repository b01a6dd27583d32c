/** A command that was asked for something that it cannot do: exit code 2, with its message and no more. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
