import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';

/** What to do where the disk does not let a file be read. */
export const READ_HELP = 'See whether this user may read it and whether the disk is in order, then run again.';

/** What to do where the disk does not let a file be written. */
export const WRITE_HELP =
  'See whether the disk has room and this user may write there, and whether another program holds the file; then run again.';

/** A file that cannot be read. */
export function unreadable(path: string, reason: string): Diagnostic {
  return diagnostic('storage/read-failed', `The file cannot be read: ${reason}.`, { file: path, help: READ_HELP });
}

/** A file that cannot be read, so that nobody knows whether it was changed. */
export function unread(path: string, reason: string): Diagnostic {
  return diagnostic('storage/read-failed', `The file cannot be read, so it was not replaced: ${reason}.`, {
    file: path,
    help: READ_HELP,
  });
}

/** A folder, on the way to the outputs, that nothing can be written to. */
export function notWritable(folder: string, output: string): Diagnostic {
  return diagnostic('storage/not-writable', `Nothing was written: ${folder} cannot be written to.`, {
    file: output,
    help: 'Give this user the right to write to the folder, or choose another one for the output.',
  });
}

/** A file whose new version the editor has begun to work in. */
export function workedIn(path: string, newVersion: string): Diagnostic {
  return diagnostic(
    'storage/edited-by-hand',
    `The file and its new version ${newVersion} were both changed by hand; both were left as they are.`,
    { file: path, help: `Bring the two together in ${path}, remove ${newVersion}, and convert again.` },
  );
}

/** A file that was changed by hand and could not be merged. */
export function editedByHand(path: string, newVersion: string, hasBase: boolean): Diagnostic {
  return diagnostic(
    'storage/edited-by-hand',
    hasBase
      ? `The file was changed by hand, and the new conversion cannot be merged with it; it was left as it is, and the new version is ${newVersion}.`
      : `The file was changed by hand since Editio wrote it, or Editio never wrote it, and what it was before is not known; it was left as it is, and the new version is ${newVersion}.`,
    {
      file: path,
      help: `Take over what you want to keep of one into the other, save it as ${path}, and remove ${newVersion}; then convert again. Or run “editio convert ${idOf(path)} --settle mine” (yours stands where both changed the same) or “--settle new” (the new conversion does).`,
    },
  );
}

/** A file that somebody saved while Editio was at work. */
export function changedMeanwhile(path: string): Diagnostic {
  return diagnostic('storage/changed-while-read', 'The file was changed at this very moment, and was not replaced.', {
    file: path,
    help: 'Run again.',
  });
}

/** A file that Editio wrote and somebody removed. */
export function recreated(path: string): Diagnostic {
  return diagnostic('storage/written-anew', 'The file was gone, and was written anew from its text.', {
    file: path,
    help: 'What was changed in it by hand is not in it. If the document is to leave the edition, remove its text.',
  });
}

/** A file that Editio wrote and somebody gave another name. */
export function renamed(path: string, to: string): Diagnostic {
  return diagnostic('storage/renamed', `The file is called ${to} now; it was not written a second time.`, {
    file: path,
    help: 'A TEI file has the name of its text. Give it its old name again; or rename the text as well, and remove the file, so that both are made anew.',
  });
}

/** A file that an editor said is right as it is. */
export function settledForMine(path: string): Diagnostic {
  return diagnostic(
    'storage/settled',
    'The conflict is settled: the file stays as it is, and counts as made from the new conversion.',
    { file: path },
  );
}

/** A file in which the new conversion went before changes by hand. */
export function keptAs(path: string, copy: string): Diagnostic {
  return diagnostic('storage/settled', `The file as it was before is kept as ${copy}.`, { file: path });
}

/** A file that an editor said is to be as converted. */
export function settledForNew(path: string, copy: string): Diagnostic {
  return diagnostic(
    'storage/settled',
    `The conflict is settled: the new conversion took the place of the file, which is kept as ${copy}.`,
    { file: path },
  );
}

/** The id of the document whose TEI stands at a path. */
function idOf(path: string): string {
  return path.replace(/^.*\//u, '').replace(/\.xml$/u, '');
}
