import { basename, dirname, parse } from 'node:path';
import { diagnostic, type Diagnostic, type DiagnosticDetail } from '../../diagnostics/diagnostic.js';
import type { KnownFile } from './documents.js';
import type { Library } from './library.js';
import { NearestIds } from './nearest-id.js';
import type { NeighbourFiles } from './neighbour-files.js';
import type { FaultyUse } from './outcomes.js';
import type { PointerFault } from './resolve.js';
import type { Places, Use } from './uses.js';

/** Says in words what is wrong with pointers, and what to do. */
export class FaultMessages {
  private readonly nearestIds = new NearestIds();

  /** @param isOfEdition whether a file is one of the edition’s. @param nameOf how messages name a file, by its absolute path. */
  constructor(
    private readonly library: Library,
    private readonly neighbours: NeighbourFiles,
    private readonly places: Places,
    private readonly isOfEdition: (file: KnownFile) => boolean,
    private readonly nameOf: (path: string) => string,
  ) {}

  /** The finding on a pointer that leads nowhere. */
  describe({ use, fault, expanded }: FaultyUse): Diagnostic {
    const { pointer, file } = use;
    const place: DiagnosticDetail = { ...this.places.ofPointer(file.references, pointer), actual: pointer.token };
    const subject = subjectOf(use, expanded);
    switch (fault.reason) {
      case 'malformed':
        return diagnostic('references/malformed', `${subject}, which is no address: ${fault.why}.`, {
          ...place,
          help: 'Write white space as %20; several pointers in one attribute are divided by blanks.',
        });
      case 'machine-path':
        return diagnostic('references/machine-path', `${subject}, which is a place on one computer.`, {
          ...place,
          help: 'Write the way from this file to the other, with “/”: nobody else has that folder.',
        });
      case 'no-target':
        return diagnostic('references/no-target', `${subject}, which names nothing.`, {
          ...place,
          help: 'Put the xml:id of an element after the #, or leave the attribute out.',
        });
      case 'hash-missing':
        return diagnostic(
          'references/hash-missing',
          `${subject}, which is the address of a file; there is none, but this document has <${fault.found.element.element} xml:id="${fault.found.element.id}">.`,
          {
            ...place,
            expected: [`#${pointer.token}`],
            help: `Write #${pointer.token}: a pointer to an id begins with #.`,
          },
        );
      case 'target-missing':
        return this.missingTarget(use, subject, fault, place);
      case 'file-missing':
      case 'folder-missing':
        return this.missingFile(use, subject, fault, place);
      case 'outside-edition':
        return diagnostic('references/outside-edition', `${subject}, which leads out of the edition’s folder.`, {
          ...place,
          help: 'Move the file into the edition: what stands outside is not published with it.',
        });
      case 'target-unreadable':
        return diagnostic(
          'references/target-unreadable',
          `${subject}, but ${this.nameOf(fault.path)} cannot be read as XML, so its ids are not known.`,
          { ...place, help: 'Validate that file, and mend it first.' },
        );
      case 'prefix-undefined':
        return this.undefinedPrefix(subject, fault.prefix, place);
      case 'prefix-no-match':
        return diagnostic(
          'references/prefix-no-match',
          `${subject}, which does not fit the matchPattern of the prefix “${fault.prefix}”.`,
          { ...place, help: 'Correct the pointer, or the prefixDef in the header.' },
        );
      case 'prefix-pattern':
        return diagnostic(
          'references/prefix-pattern',
          `The matchPattern of the prefix “${fault.prefix}” is no regular expression: ${fault.rule.matchPattern}`,
          {
            ...place,
            help: 'Correct the prefixDef in the header; until then no pointer with the prefix can be followed.',
          },
        );
      case 'prefix-loop':
        return diagnostic(
          'references/cycle',
          `${subjectOf(use, undefined)}, whose prefix is replaced in a circle: ${fault.prefixes.map((prefix) => `${prefix}:`).join(' → ')}.`,
          { ...place, help: 'Let the replacementPattern of one of these prefixes name a file or a web address.' },
        );
    }
  }

  private missingTarget(
    use: Use,
    subject: string,
    { id, file }: Extract<PointerFault, { reason: 'target-missing' }>,
    place: DiagnosticDetail,
  ): Diagnostic {
    const isHere = file === use.file;
    const where = isHere ? 'this file' : file.references.path;
    const found = this.library.anywhere(id);
    if (found !== undefined && found.file !== file) {
      const other = found.file.references.path;
      return diagnostic(
        this.isOfEdition(use.file) ? 'references/target-missing' : 'references/target-elsewhere',
        `${subject}, which is not in ${where}; ${other} has it.`,
        {
          ...place,
          help: `Name the file before the #, so that the pointer leads there as it stands (… ${basename(other)}#${id}).`,
        },
      );
    }
    const document = this.library.documentOf(file);
    const nearest = this.nearestIds.nearest(id, document, () => document.knownIds());
    const guess = nearest === undefined ? '' : `; did you mean #${nearest}?`;
    const message = `${subject}, but nothing in ${where} has the xml:id “${id}”${guess}`;
    return diagnostic('references/target-missing', guess === '' ? `${message}.` : message, {
      ...place,
      ...(nearest === undefined ? {} : { expected: [nearest] }),
      help: helpForMissing(id, nearest, use.file.references.inclusions.length > 0 || !isHere),
    });
  }

  private missingFile(
    use: Use,
    subject: string,
    { reason, path }: Extract<PointerFault, { path: string }>,
    place: DiagnosticDetail,
  ): Diagnostic {
    const code = this.isOfEdition(use.file) ? 'references/file-missing' : 'references/file-not-here';
    const { token } = use.pointer;
    if (/^[\w-]+$/u.test(token)) {
      return diagnostic(code, `${subject}, which is the name of a file, since it has no #; there is no such file.`, {
        ...place,
        help: `If an element is meant, write #${token}, and give that element xml:id="${token}".`,
      });
    }
    const nearest = reason === 'file-missing' ? this.nearestFile(path) : undefined;
    const what = reason === 'file-missing' ? 'file' : 'folder';
    const guess = nearest === undefined ? '.' : `; did you mean ${nearest}?`;
    return diagnostic(code, `${subject}, but there is no ${what} ${this.nameOf(path)}${guess}`, {
      ...place,
      ...(nearest === undefined ? {} : { expected: [nearest] }),
      help: 'Correct the address; it is relative to the folder of this file, or to its xml:base.',
    });
  }

  /** The file of the same folder with the nearest name; endings are not compared. */
  private nearestFile(path: string): string | undefined {
    const names = this.neighbours.namesIn(dirname(path));
    const stem = this.nearestIds.nearest(parse(path).name, names, () => names.map((name) => parse(name).name));
    return stem === undefined ? undefined : names.find((name) => parse(name).name === stem);
  }

  private undefinedPrefix(subject: string, prefix: string, place: DiagnosticDetail): Diagnostic {
    if (/^(?:javascript|vbscript|livescript)$/iu.test(prefix)) {
      return diagnostic('references/prefix-undefined', `${subject}, which is code for a browser to run, no address.`, {
        ...place,
        help: 'Take it out: no output makes a link of it.',
      });
    }
    const other = this.library.files.find((file) => file.references.prefixes.some(({ ident }) => ident === prefix));
    const why =
      other === undefined
        ? `no prefixDef explains the prefix “${prefix}”`
        : `the prefix “${prefix}” is explained in ${other.references.path} only`;
    return diagnostic('references/prefix-undefined', `${subject}, but ${why}, and it is no scheme of the web.`, {
      ...place,
      help:
        `Add <prefixDef ident="${prefix}" matchPattern="…" replacementPattern="…"/> to a listPrefixDef in this header, ` +
        'or validate the corpus file that has it, and includes this one, together with it.',
    });
  }
}

function helpForMissing(id: string, nearest: string | undefined, isJoined: boolean): string {
  if (nearest !== undefined && nearest !== id && nearest.normalize('NFC') === id.normalize('NFC')) {
    return 'The two look alike, but one has its accents as letters of their own: write both in Unicode’s form NFC.';
  }
  if (nearest?.toLowerCase() === id.toLowerCase()) return 'Capitals and small letters are different in an xml:id.';
  const together = isJoined ? '' : ' If a corpus file includes this one and has it, validate the two together.';
  return `Correct the pointer, or give the element that it means xml:id="${id}".${together}`;
}

/**
 * `@who on <sp> points to #a`, with what a private prefix made of the pointer, and with the number of its places where
 * there are several.
 */
export function subjectOf({ pointer, count, alike }: Use, expanded: string | undefined): string {
  const { attribute, element, token } = pointer;
  const remarks = [
    ...(expanded === undefined ? [] : [`that is, ${expanded}`]),
    ...(count === 1 ? [] : [`${count} times in this file`]),
    ...(alike === 0 ? [] : [`and ${alike} other pointers like it`]),
  ];
  const remark = remarks.length === 0 ? '' : ` (${remarks.join('; ')})`;
  return `@${attribute} on <${element}> points to ${token}${remark}`;
}
