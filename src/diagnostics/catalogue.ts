/** How much a finding matters: an error fails the run, a warning counts against `--max-warnings`, an info only tells. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * Every code a diagnostic can have, with its severity. Codes are stable: scripts and baselines rely on them.
 * `docs/diagnostics.md` explains each with an example and the cure; a test compares the two lists.
 */
export const catalogue = {
  'source/empty': 'error',
  'source/not-utf-8': 'error',
  'source/looks-like-utf-16': 'error',
  'source/binary': 'error',
  'source/control-character': 'error',
  'source/unreadable': 'error',
  'source/byte-order-mark': 'info',
  'source/mixed-line-ends': 'info',
  'source/replacement-character': 'warning',
  'source/bidi-control': 'warning',
} as const satisfies Record<string, Severity>;

export type DiagnosticCode = keyof typeof catalogue;
