/**
 * The checks of a validation, in the order in which they are done: what may be read at all, the grammar, the rules that
 * no grammar can say, the pointers between files. The codes of a check's findings begin with its name.
 */
export const checks = ['gate', 'relax-ng', 'schematron', 'references'] as const;

export type Check = (typeof checks)[number];

/** True for the name of a check. */
export function isCheck(name: string): name is Check {
  return (checks as readonly string[]).includes(name);
}

/** The check that a code belongs to, by its first part; undefined for the code of another area. */
export function checkOf(code: string): Check | undefined {
  const area = code.slice(0, code.indexOf('/'));
  return isCheck(area) ? area : undefined;
}
