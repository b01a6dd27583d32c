import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { replacedPath } from './base-copies.js';
import { textHashOf, type LedgerState } from './ledger.js';
import { keptAs, settledForMine, settledForNew } from './output-findings.js';
import type { PlannedFile } from './output-plan.js';

/** What comes of an editor's version and a new one, or why they cannot be brought together. */
export type MergeResult =
  | { readonly kind: 'merged'; readonly bytes: Uint8Array; readonly findings: readonly Diagnostic[] }
  | { readonly kind: 'conflict'; readonly findings: readonly Diagnostic[] };

/** Bytes for a place, and the states that the ledger has of it before and after. */
export interface Action {
  readonly planned: PlannedFile;
  readonly place: string;
  readonly bytes: Uint8Array;
  /** The hash of what stands there now. */
  readonly present: string | undefined;
  readonly before: LedgerState | undefined;
  readonly after: LedgerState;
  readonly findings?: readonly Diagnostic[];
  /** The editor's version, of which a copy is kept before anything of it goes. */
  readonly replaced?: Uint8Array;
  readonly isSettled?: true;
}

/**
 * What is done for a file that cannot be merged where its conflict is to be settled: it stays, and counts as made from
 * the new conversion; or the new conversion takes its place, and a copy of it is kept.
 */
export function settledAction(planned: PlannedFile, merge: MergeResult | undefined): Action | undefined {
  const { file, hash, present, step } = planned;
  const isOpen = step.kind === 'beside' || (step.kind === 'merge' && merge?.kind === 'conflict');
  if (file.settle === undefined || present === undefined || !isOpen) return undefined;
  const [mine, before] = step.kind === 'merge' ? [step.edited.mine, step.state] : [step.mine, undefined];
  const common = { planned, place: file.path, present, before, isSettled: true } as const;
  if (file.settle === 'mine') {
    const findings = [settledForMine(file.path)];
    return { ...common, bytes: mine, after: { written: present, base: hash }, findings };
  }
  const findings = [settledForNew(file.path, replacedPath(file.path, mine))];
  return { ...common, bytes: file.bytes, after: { written: hash, base: hash }, findings, replaced: mine };
}

/** Where the bytes for a file go, and which: the new version, or what came of a merge. */
export function actionFor(
  planned: PlannedFile,
  merge: Extract<MergeResult, { kind: 'merged' }> | undefined,
  ledger: ReadonlyMap<string, readonly LedgerState[]>,
): Action {
  const { file, hash, newVersion, present, presentNewVersion, step } = planned;
  if (step.kind === 'write') {
    // Without a state the bytes are those of the new conversion: whatever wrote them, they are nobody's edit.
    const before = present === undefined || present === hash ? undefined : { written: present, base: present };
    const after = { written: hash, base: hash };
    return { planned, place: file.path, bytes: file.bytes, present, before, after };
  }
  if (step.kind === 'merge' && merge !== undefined && present !== undefined) {
    const before = { written: present, base: step.state.base };
    const after = { written: textHashOf(merge.bytes), base: hash };
    const common = { planned, place: file.path, bytes: merge.bytes, present, before, after };
    if (file.settle !== 'new') return { ...common, findings: merge.findings };
    const { mine } = step.edited;
    const findings = [...merge.findings, keptAs(file.path, replacedPath(file.path, mine))];
    return { ...common, findings, replaced: mine };
  }
  const after = { written: hash, base: hash, ...(present === undefined ? {} : { beside: present }) };
  const before = ledger.get(newVersion)?.find(({ written }) => written === presentNewVersion);
  const beside = { planned, place: newVersion, bytes: file.bytes, present: presentNewVersion };
  return { ...beside, before, after };
}
