/**
 * A guide that is followed to the letter: its files are written, its commands run, its outcomes compared. What a block
 * of code is, the words before it say; a block that they leave in doubt is a fault of the guide.
 */
export type Step =
  /** Commands for a shell, and what is said to appear on the screen, if anything is shown. */
  | { readonly kind: 'run'; readonly line: number; readonly commands: readonly string[]; readonly shows?: string }
  /** "Save this as `x`:" A whole file. */
  | { readonly kind: 'save'; readonly line: number; readonly path: string; readonly text: string }
  /** "Add at the end of `x`:" More lines. */
  | { readonly kind: 'append'; readonly line: number; readonly path: string; readonly text: string }
  /** "In `x`, replace:" and a second block: "by:" */
  | {
      readonly kind: 'replace';
      readonly line: number;
      readonly path: string;
      readonly text: string;
      readonly by: string;
    }
  /** "`x` now has:" A part of a file. */
  | { readonly kind: 'has'; readonly line: number; readonly path: string; readonly text: string }
  /** "Remove `x`." A sentence that is a paragraph. */
  | { readonly kind: 'remove'; readonly line: number; readonly path: string };

interface Fence {
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** The paragraph before the block, its lines joined; empty directly behind another block. */
  readonly before: string;
}

type Part = Fence | { readonly line: number; readonly removed: string };

/** @throws Error for a block of which the words before it do not say what it is. */
export function stepsOf(markdown: string): Step[] {
  const steps: Step[] = [];
  for (const part of partsOf(markdown)) {
    if ('removed' in part) steps.push({ kind: 'remove', line: part.line, path: part.removed });
    else addStep(steps, part);
  }
  const open = steps.find((step) => step.kind === 'replace' && step.by === UNSAID);
  if (open !== undefined) throw new Error(`line ${open.line}: nothing says by what this is replaced`);
  return steps;
}

/** Stands in a replacement whose second block has not come yet; no file of a guide has it. */
const UNSAID = '\0';

function addStep(steps: Step[], { line, language, text, before }: Fence): void {
  const last = steps.at(-1);
  const path = /`([^`]+)`[^`]*:$/u.exec(before)?.[1] ?? '';
  const of = [...before.matchAll(/`([^`]+)` (?:now )?has\b/gu)].at(-1)?.[1];
  if (language === 'sh') {
    const commands = text.split('\n').map((each) => each.replace(/\s+#.*$/u, '').trim());
    steps.push({ kind: 'run', line, commands: commands.filter((each) => each !== '') });
  } else if (last?.kind === 'run' && last.shows === undefined && (before === '' || /shows|prints/u.test(before))) {
    steps[steps.length - 1] = { ...last, shows: text };
  } else if (last?.kind === 'replace' && last.by === UNSAID && before === 'by:') {
    steps[steps.length - 1] = { ...last, by: text };
  } else if (/\bas `[^`]+`:$/u.test(before)) steps.push({ kind: 'save', line, path, text });
  else if (/\bat the end of `[^`]+`:$/u.test(before)) steps.push({ kind: 'append', line, path, text });
  else if (/\bIn `[^`]+`,? replace:$/u.test(before)) steps.push({ kind: 'replace', line, path, text, by: UNSAID });
  else if (of !== undefined && before.endsWith(':')) steps.push({ kind: 'has', line, path: of, text });
  else throw new Error(`line ${line}: nothing says what this block is: “${before}”`);
}

/** The blocks of code, each with the paragraph before it, and the sentences that take a file away. */
function partsOf(markdown: string): Part[] {
  const parts: Part[] = [];
  let paragraph: string[] = [];
  let before = '';
  let open: { line: number; language: string; lines: string[] } | undefined;
  markdown.split('\n').forEach((content, index) => {
    const line = index + 1;
    const mark = /^```(\w*)$/u.exec(content);
    if (open !== undefined) {
      if (mark?.[1] !== '') {
        open.lines.push(content);
        return;
      }
      parts.push({ line: open.line, language: open.language, text: `${open.lines.join('\n')}\n`, before });
      open = undefined;
      before = '';
    } else if (mark !== null) {
      before = paragraph.length > 0 ? paragraph.join(' ') : before;
      paragraph = [];
      open = { line, language: mark[1] ?? '', lines: [] };
    } else if (content.trim() === '') {
      if (paragraph.length > 0) before = paragraph.join(' ');
      const removed = /^(?:Now r|R)emove `([^`]+)`\.$/u.exec(before)?.[1];
      if (paragraph.length > 0 && removed !== undefined) parts.push({ line, removed });
      paragraph = [];
    } else paragraph.push(content.trim());
  });
  return parts;
}

/**
 * Whether a text is as the guide shows it. In what is shown, a line `…` stands for any lines, also none, and `…` within a
 * line for anything in that line; indentation and blanks at the ends do not count.
 *
 * @returns the first line that is shown and is not there, or undefined
 */
export function firstMissing(shown: string, text: string, mode: 'whole' | 'part'): string | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  while (lines.at(-1) === '') lines.pop();
  let at = 0;
  let anywhere = mode === 'part';
  for (const line of shown.trimEnd().split('\n')) {
    const wanted = line.trim();
    if (wanted === '…') {
      anywhere = true;
      continue;
    }
    const end = anywhere ? lines.length : at + 1;
    while (at < end && !isShown(wanted, lines[at])) at++;
    if (at >= end || at >= lines.length) return line;
    at++;
    anywhere = false;
  }
  return mode === 'part' || anywhere || at === lines.length ? undefined : `${lines[at] ?? ''} (which is not shown)`;
}

/** Whether a line reads as it is shown; what stands between two `…` is looked for in its order. */
function isShown(shown: string, line: string | undefined): boolean {
  if (line === undefined) return false;
  const pieces = shown.split('…');
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return shown === line;
  if (!line.startsWith(first) || !line.endsWith(last) || line.length < first.length + last.length) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = line.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at <= line.length - last.length;
}
