import { dirname, join } from 'node:path';
import { actionFor, settledAction, type Action, type MergeResult } from './output-action.js';
import type { Report } from '../diagnostics/diagnostic.js';
import { removeLeftovers, writeAtomically, type WriteOutcome } from './atomic-write.js';
import { dropBaseCopies, keepBaseCopy, keepReplaced } from './base-copies.js';
import { systemReason, type FileSystem } from './file-system.js';
import { readLedger, textHashOf, writeLedger, type LedgerState } from './ledger.js';
import { changedMeanwhile, editedByHand, recreated, renamed, unread, workedIn } from './output-findings.js';
import { planOutput, presentBytes, type EditedFile, type OutputFile, type PlannedFile } from './output-plan.js';

/** Where the ledger and the copies of the conversions are. */
const STORES = ['.editio', '.editio/base'];

export type { MergeResult } from './output-action.js';

/** What became of the files, by path. */
export interface OutputResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Changed by hand, and the new conversion brought in. */
  readonly merged: readonly string[];
  /** Conflicts that were settled as the caller said. */
  readonly settled: readonly string[];
  /** Changed by hand, so left as they are; the new version stands beside each (exit code 3). */
  readonly conflicts: readonly string[];
  /** True where the disk or the ledger refused something (exit code 4). */
  readonly failed: boolean;
}

/** Merges files, each by itself; the results by path. It writes nothing. */
export type MergeEdits = (files: readonly EditedFile[]) => Promise<ReadonlyMap<string, MergeResult>>;

/**
 * Writes files that editors may change by hand (the TEI). A file that is as Editio wrote it is replaced. One that an
 * editor changed is merged with the new version; where that cannot be done, or Editio never wrote the file, it is left
 * alone and the new version is written beside it.
 *
 * The copies of the conversions and the ledger are written first, the ledger with the old and the new state of every
 * file, and again at the end: whenever the run dies in between, the next one still knows which conversion each file
 * comes from. To be called under the edition's lock.
 */
export async function writeOutputs(
  fileSystem: FileSystem,
  root: string,
  files: readonly OutputFile[],
  report: Report,
  mergeEdits: MergeEdits,
): Promise<OutputResult> {
  const done = {
    written: [] as string[],
    unchanged: [] as string[],
    merged: [] as string[],
    settled: [] as string[],
    conflicts: [] as string[],
  };
  const result = (failed: boolean): OutputResult => ({ ...done, failed });
  const outcome = readLedger(fileSystem, root, report);
  if (outcome.kind === 'refused') {
    report(outcome.finding);
    return result(true);
  }
  const plan: PlannedFile[] = [];
  for (const file of files) {
    try {
      plan.push(planOutput(fileSystem, root, file, outcome.ledger));
    } catch (error) {
      report(unread(file.path, systemReason(error)));
      return result(true);
    }
  }
  const edited = plan.flatMap(({ step }) => (step.kind === 'merge' ? [step.edited] : []));
  const merges = edited.length === 0 ? new Map<string, MergeResult>() : await mergeEdits(edited);

  const ledger = new Map(outcome.ledger);
  const actions: Action[] = [];
  for (const planned of plan) {
    const { file, newVersion, step } = planned;
    if (step.kind === 'renamed' || step.kind === 'worked-in') {
      done.conflicts.push(file.path);
      report(step.kind === 'renamed' ? renamed(file.path, step.to) : workedIn(file.path, newVersion));
      continue;
    }
    if (step.kind === 'keep') {
      ledger.set(file.path, [step.state]);
      done.unchanged.push(file.path);
      continue;
    }
    if (step.kind === 'write' && step.isRecreated) report(recreated(file.path));
    const merge = merges.get(file.path);
    const settled = settledAction(planned, merge);
    if (settled !== undefined) {
      actions.push(settled);
      continue;
    }
    if (merge?.kind === 'conflict') merge.findings.forEach(report);
    actions.push(actionFor(planned, merge?.kind === 'merged' ? merge : undefined, ledger));
  }

  for (const { planned, place, before, after, present, replaced } of actions) {
    const { file } = planned;
    const kept = file.keepsEdits === true ? keepBaseCopy(fileSystem, root, file.bytes) : undefined;
    if (kept?.kind === 'failed') {
      report(kept.finding);
      return result(true);
    }
    if (replaced !== undefined) {
      const copy = keepReplaced(fileSystem, root, file.path, replaced);
      if (copy.kind === 'failed') {
        report(copy.finding);
        return result(true);
      }
    }
    // A file that is still to be made has its state twice, so that a killed run is not taken for a removed file.
    ledger.set(place, present === after.written ? [after] : [before ?? after, after]);
  }
  if (actions.length > 0) {
    const intent = writeLedger(fileSystem, root, ledger);
    if (intent.kind === 'failed') {
      report(intent.finding);
      return result(true);
    }
  }
  for (const { planned, place, bytes, present, before, after, findings, isSettled } of actions) {
    const { file, newVersion } = planned;
    if (hasChanged(fileSystem, root, place, present)) {
      done.conflicts.push(file.path);
      report(changedMeanwhile(place));
      if (before !== undefined) ledger.set(place, [before]);
      continue;
    }
    // Other line ends alone are no reason to touch a file.
    const isSame = present === textHashOf(bytes);
    const write: WriteOutcome = isSame ? { kind: 'unchanged' } : writeAtomically(fileSystem, root, place, bytes);
    if (write.kind === 'failed') {
      report(write.finding);
      return result(true);
    }
    ledger.set(place, [after]);
    findings?.forEach(report);
    if (place !== file.path) done.conflicts.push(file.path);
    else if (isSettled === true) done.settled.push(file.path);
    else if (planned.step.kind === 'merge') done.merged.push(file.path);
    else (write.kind === 'written' ? done.written : done.unchanged).push(file.path);
    if (place === newVersion) report(editedByHand(file.path, newVersion, planned.step.kind === 'merge'));
  }
  for (const planned of plan) {
    if (!done.conflicts.includes(planned.file.path)) dropSettledVersion(fileSystem, root, planned, ledger);
  }
  const end = writeLedger(fileSystem, root, ledger);
  if (end.kind === 'failed') report(end.finding);
  else if (!outcome.isDamaged) dropBaseCopies(fileSystem, root, ledger);
  tidy(fileSystem, root, files);
  return result(end.kind === 'failed');
}

/** True where an editor saved the file since it was looked at. What cannot be read is told when it comes to writing. */
function hasChanged(fileSystem: FileSystem, root: string, path: string, present: string | undefined): boolean {
  try {
    const bytes = presentBytes(fileSystem, root, path);
    return (bytes === undefined ? undefined : textHashOf(bytes)) !== present;
  } catch (error) {
    systemReason(error);
    return false;
  }
}

/** Removes what runs that were killed left in the folders that this one wrote to. */
function tidy(fileSystem: FileSystem, root: string, files: readonly OutputFile[]): void {
  for (const folder of new Set([...STORES, ...files.map(({ path }) => dirname(path))])) {
    removeLeftovers(fileSystem, join(root, folder));
  }
}

/** Removes a new version that an earlier conflict left, once the conflict is settled and nobody worked in it. */
function dropSettledVersion(
  fileSystem: FileSystem,
  root: string,
  { newVersion, presentNewVersion }: PlannedFile,
  ledger: Map<string, readonly LedgerState[]>,
): void {
  const isOurs = ledger.get(newVersion)?.some(({ written }) => written === presentNewVersion) === true;
  if (presentNewVersion !== undefined && !isOurs) return;
  try {
    if (presentNewVersion !== undefined) fileSystem.remove(join(root, newVersion));
    ledger.delete(newVersion);
  } catch (error) {
    // It is only in the way; the next run tries again.
    systemReason(error);
  }
}
