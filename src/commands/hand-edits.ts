import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { indexLines } from '../diagnostics/line-index.js';
import { visible } from '../diagnostics/visible.js';
import type { EditedFile } from '../storage/output-plan.js';
import type { MergeEdits, MergeResult } from '../storage/output-writer.js';
import { mergeTei, type MergeConflict } from '../tei/merge/merge-tei.js';
import { movedTargets, type MovedTarget } from '../tei/merge/moved-targets.js';
import type { Check } from '../validate/checks.js';
import { decodeXml } from '../validate/gate/encoding.js';
import { validateFiles } from '../validate/validate.js';

/** Conflicts of one file that are told one by one. */
const TOLD = 10;
/** Characters of a quotation in a message. */
const QUOTED = 60;

/** What a merge can break; rules that no grammar can say are told when the edition is built. */
const mergeChecks: ReadonlySet<Check> = new Set<Check>(['gate', 'relax-ng', 'references']);

/** A file that was merged and has still to be checked. */
interface Merged {
  readonly edited: EditedFile;
  readonly bytes: Uint8Array;
  readonly findings: readonly Diagnostic[];
}

/**
 * Merges TEI files that were changed by hand with their new conversions, and checks what comes of it: well-formed, with
 * the words of both, valid against the edition's grammar, and without a faulty pointer that neither side had.
 *
 * @param root the edition's folder.
 */
export function mergeEditsOf(root: string): MergeEdits {
  return async (files) => {
    const results = new Map<string, MergeResult>();
    const merged: Merged[] = [];
    for (const edited of files) {
      const outcome = mergeFile(edited);
      if ('edited' in outcome) merged.push(outcome);
      else results.set(edited.path, { kind: 'conflict', findings: outcome.findings });
    }
    const errors = await newErrorsOf(root, merged);
    for (const { edited, bytes, findings } of merged) {
      const first = errors.get(edited.path);
      results.set(
        edited.path,
        first === undefined
          ? { kind: 'merged', bytes, findings }
          : { kind: 'conflict', findings: [refused(edited, invalidity(first, bytes))] },
      );
    }
    return results;
  };
}

function mergeFile(edited: EditedFile): Merged | { readonly findings: readonly Diagnostic[] } {
  const decoded = decodeXml(edited.mine);
  if ('fault' in decoded) return { findings: [refused(edited, `it cannot be read: ${decoded.fault.message}`)] };
  const { text: mine, encoding } = decoded.decoded;
  if (!/^utf-?8$/iu.test(encoding)) return { findings: [refused(edited, `its encoding is ${encoding}, not UTF-8`)] };
  const decoder = new TextDecoder();
  const base = decoder.decode(edited.base);
  const theirs = decoder.decode(edited.theirs);
  const prefer = edited.settle === undefined ? undefined : edited.settle === 'mine' ? 'mine' : 'theirs';
  const result = mergeTei({ base, mine, theirs }, prefer);
  if (result.kind === 'impossible') {
    const place = result.offset === undefined ? {} : { position: indexLines(mine).positionOf(result.offset) };
    return { findings: [{ ...refused(edited, result.reason), ...place }] };
  }
  if (result.kind === 'conflicts') return { findings: conflictFindings(edited, result.conflicts, mine, theirs) };
  const mark = edited.mine[0] === 0xef ? '\ufeff' : '';
  const { fromMine, fromTheirs } = result;
  return {
    edited,
    bytes: new TextEncoder().encode(mark + result.xml),
    findings: [
      diagnostic(
        'storage/merged',
        `The new conversion was merged with what was changed by hand: ${counted(fromMine)} as changed by hand, ${counted(fromTheirs)} as converted anew.`,
        { file: edited.path },
      ),
      ...movedTargets({ base, mine, theirs }).map((moved) => pointerMoved(edited.path, moved)),
    ],
  };
}

function pointerMoved(file: string, { id, before, now }: MovedTarget): Diagnostic {
  return diagnostic(
    'storage/pointer-moved',
    `“#${id}”, which was written by hand, points to something else now: it was ${quoted(before)}, and is ${quoted(now)}.`,
    { file, help: 'See which id the element has now, and correct the pointer.' },
  );
}

function counted(places: number): string {
  return `${places} ${places === 1 ? 'place' : 'places'}`;
}

/**
 * The first error of each merged file. What the grammar forbids is an error always; a pointer that leads nowhere only
 * where it is wrong in neither version, since else the merge did not do it.
 */
async function newErrorsOf(root: string, merged: readonly Merged[]): Promise<ReadonlyMap<string, Diagnostic>> {
  const found = new Map<string, Diagnostic>();
  if (merged.length === 0) return found;
  const errorsOf = async (bytesOf: (each: Merged) => Uint8Array): Promise<Map<string, Diagnostic[]>> => {
    const files = merged.map((each) => ({ path: join(root, each.edited.path), bytes: bytesOf(each) }));
    const findings = await validateFiles(files, { editionFolder: root, checks: mergeChecks });
    const errors = findings.filter(({ severity }) => severity === 'error');
    return new Map(files.map(({ path }) => [path, errors.filter(({ file }) => file === path)]));
  };
  const after = await errorsOf(({ bytes }) => bytes);
  if ([...after.values()].every((errors) => errors.length === 0)) return found;
  const before = [await errorsOf(({ edited }) => edited.mine), await errorsOf(({ edited }) => edited.theirs)];
  for (const { edited } of merged) {
    const path = join(root, edited.path);
    const known = new Set(before.flatMap((errors) => errors.get(path) ?? []).map(sameness));
    const first = after
      .get(path)
      ?.find((error) => /^(?:gate|relax-ng)\//u.test(error.code) || !known.has(sameness(error)));
    if (first !== undefined) found.set(edited.path, first);
  }
  return found;
}

function sameness({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}

function invalidity({ message, span, position }: Diagnostic, bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  const start = span?.start ?? (position === undefined ? 0 : indexLines(text).startOf(position.line));
  return `together they would be invalid. ${message} (at ${quoted(text.slice(start, start + QUOTED))})`;
}

function refused(edited: EditedFile, reason: string): Diagnostic {
  return diagnostic('storage/merge-refused', `The new conversion was not merged into the file: ${reason}.`, {
    file: edited.path,
    help: 'Correct the file, and convert again.',
  });
}

function conflictFindings(
  edited: EditedFile,
  conflicts: readonly MergeConflict[],
  mine: string,
  theirs: string,
): Diagnostic[] {
  const ownLines = indexLines(mine);
  const newLines = indexLines(theirs);
  const more = conflicts.length - TOLD;
  return conflicts.slice(0, TOLD).map((conflict, i) => {
    const { line } = newLines.positionOf(conflict.theirsOffset);
    const others = more > 0 && i === TOLD - 1 ? ` There are ${more} such places more.` : '';
    return diagnostic(
      'storage/merge-conflict',
      `Here the file was changed by hand, and the new conversion changes the same: the file has ${quoted(conflict.mine)}, ${edited.newVersion} has ${quoted(conflict.theirs)} in line ${line}; before, it was ${quoted(conflict.base)}.${others}`,
      {
        file: edited.path,
        position: ownLines.positionOf(conflict.mineOffset),
        span: { start: conflict.mineOffset, end: conflict.mineOffset + conflict.mine.length },
      },
    );
  });
}

function quoted(text: string): string {
  const short = text.replace(/\s+/gu, ' ');
  if (short.trim() === '') return 'nothing';
  return `“${visible(short.length > QUOTED ? `${short.slice(0, QUOTED)}…` : short)}”`;
}
