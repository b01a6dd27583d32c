import { diagnostic, type Diagnostic, type Report } from '../diagnostics/diagnostic.js';
import { addEntry } from '../edition/register-edit.js';
import { joinRegisters, readRegisterFile } from '../edition/register-file.js';
import type { Register } from '../edition/register.js';
import { addDecisions, type EditedText } from '../edition/sidecar-edit.js';
import type { FileSystem } from '../storage/file-system.js';
import { putText, readText } from './edition-file.js';
import type { Edit } from './edits.js';

/** What an answer added to one file. */
export interface WrittenLines {
  /** Relative to the edition. */
  readonly file: string;
  /** The first and the last new line, from 1; `to` lies before `from` where the file said it already. */
  readonly from: number;
  readonly to: number;
}

/** The answers of a session: what they wrote, and how to take them back. */
export interface AnswerJournal {
  /**
   * Writes what an answer adds, all of it or, where a finding says why not, nothing.
   *
   * @param id the answer's name in the running preview, for {@link takeBack}.
   */
  write(id: string, edits: readonly Edit[], register: Register, report: Report): readonly WrittenLines[] | undefined;
  /** Takes just what an answer added out of the files again; those that others changed since are left alone. */
  takeBack(id: string, register: Register, report: Report): boolean;
}

/** A file with the answers that were written into it, one upon the other; undefined is a file that is not there. */
interface FileHistory {
  readonly base: string | undefined;
  readonly steps: readonly { readonly id: string; readonly edit: Edit }[];
  readonly now: string | undefined;
}

/** A file as it is to be. */
interface Planned {
  readonly file: string;
  /** The text that this was planned from; a file that has another by now is not written. */
  readonly before: string | undefined;
  readonly history: FileHistory;
  readonly lines?: WrittenLines;
}

/** Opens the journal of a session for the edition in `root` (absolute). Files are written atomically, inside it alone. */
export function openJournal(fileSystem: FileSystem, root: string): AnswerJournal {
  const histories = new Map<string, FileHistory>();
  const written = new Map<string, readonly WrittenLines[]>();
  const isStill = (file: string, text: string | undefined, report: Report): boolean => {
    const present = readText(fileSystem, root, file, report);
    if (present !== undefined && present.text !== text) report(changedMeanwhile(file));
    return present !== undefined && present.text === text;
  };
  const commit = (planned: readonly Planned[], report: Report): boolean => {
    const done: Planned[] = [];
    for (const each of planned) {
      const { file, before, history } = each;
      if (!isStill(file, before, report) || !putText(fileSystem, root, file, history.now, report)) {
        // An answer is written whole or not at all; what somebody saved upon it stands.
        for (const undone of done) {
          if (isStill(undone.file, undone.history.now, report))
            putText(fileSystem, root, undone.file, undone.before, report);
        }
        return false;
      }
      done.push(each);
    }
    for (const { file, history } of planned) histories.set(file, history);
    return true;
  };
  return {
    write: (id, edits, register, report) => {
      const planned: Planned[] = [];
      let known = register;
      // Entries first: the decisions of the same answer name them.
      for (const edit of [...edits].sort((a, b) => rankOf(a) - rankOf(b))) {
        const present = readText(fileSystem, root, edit.file, report);
        const edited = present === undefined ? undefined : applyEdit(present.text, edit, known, report);
        if (present === undefined || edited === undefined) return undefined;
        if (edit.kind === 'entry') known = withEntries(known, edit.file, edited.text);
        const history = histories.get(edit.file);
        const isOurs = history !== undefined && history.now === present.text;
        const steps = [...(isOurs ? history.steps : []), { id, edit }];
        const base = isOurs ? history.base : present.text;
        planned.push({
          file: edit.file,
          before: present.text,
          history: { base, steps, now: edited.text },
          lines: { file: edit.file, from: edited.from, to: edited.to },
        });
      }
      if (!commit(planned, report)) return undefined;
      const lines = planned.flatMap((each) => each.lines ?? []);
      written.set(id, lines);
      return lines;
    },
    takeBack: (id, register, report) => {
      const files = [...histories].filter(([, { steps }]) => steps.some((step) => step.id === id));
      const refusal = refusalOf(id, files.length, written.get(id), histories);
      if (refusal !== undefined) {
        report(refusal);
        return false;
      }
      const planned: Planned[] = [];
      for (const [file, history] of files) {
        const without = withoutStep(fileSystem, root, file, history, id, register, report);
        if (without === undefined) return false;
        planned.push({ file, before: history.now, history: without });
      }
      return commit(planned, report) && written.delete(id);
    },
  };
}

/** Why an answer cannot be taken back: it is none of the running preview, others changed its files, or one builds on it. */
function refusalOf(
  id: string,
  files: number,
  lines: readonly WrittenLines[] | undefined,
  histories: ReadonlyMap<string, FileHistory>,
): Diagnostic | undefined {
  if (lines === undefined) {
    return diagnostic('review/not-asked', 'The answer cannot be taken back: it was not given in the running preview.', {
      help: 'Take its lines out of the file.',
    });
  }
  const [first] = lines;
  if (files < lines.length) {
    return diagnostic(
      'review/changed-meanwhile',
      'The file was changed since the answer was written, and was left as it is.',
      { ...(first === undefined ? {} : { file: first.file }), help: 'Take the lines of the answer out of the file.' },
    );
  }
  const steps = [...histories.values()].flatMap((history) => history.steps);
  const entries = steps.flatMap(({ id: own, edit }) => (own === id && edit.kind === 'entry' ? [edit.addition.id] : []));
  if (!steps.some((step) => step.id !== id && names(step.edit, entries))) return undefined;
  return diagnostic('review/changed-meanwhile', 'The answer cannot be taken back: a later answer names the entry.', {
    ...(first === undefined ? {} : { file: first.file }),
    help: 'Take that answer back first.',
  });
}

function changedMeanwhile(file: string): Diagnostic {
  return diagnostic(
    'review/changed-meanwhile',
    'The file was saved by somebody else at the same moment, and was left as it is.',
    { file, help: 'Look at the questions again, and answer once more.' },
  );
}

function rankOf({ kind }: Edit): number {
  return kind === 'entry' ? 0 : 1;
}

function applyEdit(text: string | undefined, edit: Edit, register: Register, report: Report): EditedText | undefined {
  return edit.kind === 'entry'
    ? addEntry(edit.file, text, edit.addition, register, report)
    : addDecisions(edit.file, text, edit.decisions, report, register);
}

/** The register with the entries of a file as it is to be. */
function withEntries(register: Register, file: string, text: string): Register {
  const ignore = (): undefined => undefined;
  return joinRegisters(
    [
      { file: '', register },
      { file, register: readRegisterFile(file, text, ignore) },
    ],
    ignore,
  );
}

/** The history of a file without an answer: what others were written into it is written again. */
function withoutStep(
  fileSystem: FileSystem,
  root: string,
  file: string,
  { base, steps, now }: FileHistory,
  id: string,
  register: Register,
  report: Report,
): FileHistory | undefined {
  const present = readText(fileSystem, root, file, report);
  if (present === undefined) return undefined;
  if (present.text !== now) {
    report(
      diagnostic(
        'review/changed-meanwhile',
        'The file was changed since the answer was written, and was left as it is.',
        {
          file,
          help: 'Take the lines of the answer out of the file.',
        },
      ),
    );
    return undefined;
  }
  const rest = steps.filter((step) => step.id !== id);
  let text = base;
  for (const { edit } of rest) {
    // The register that is known has the entries already; what was lawful then is not asked again.
    const known = edit.kind === 'entry' ? withoutEntry(register, edit.addition.id) : register;
    text = applyEdit(text, edit, known, report)?.text;
    if (text === undefined) return undefined;
  }
  return { base, steps: rest, now: text };
}

function withoutEntry({ persons, places, organisations }: Register, id: string): Register {
  const others = <Entry extends { readonly id: string }>(entries: readonly Entry[]): Entry[] =>
    entries.filter((entry) => entry.id !== id);
  return { persons: others(persons), places: others(places), organisations: others(organisations) };
}

/** Whether decisions name one of the entries. */
function names(edit: Edit, entries: readonly string[]): boolean {
  return (
    edit.kind === 'decisions' &&
    edit.decisions.some(({ person, place, organisation, speaker }) =>
      [person, place, organisation, speaker].some((id) => id !== undefined && entries.includes(id)),
    )
  );
}
