import { relative, resolve } from 'node:path';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { isInside } from '../../storage/containment.js';
import { diskFileSystem, type FileSystem } from '../../storage/file-system.js';
import { findBrokenChains, findCycles } from './chains.js';
import { inclusionLinks, linksOf, type Link } from './links.js';
import { faultyUses, type Outcome } from './outcomes.js';
import { FaultMessages } from './fault-messages.js';
import { checkIdentifiers } from './identifiers.js';
import { checkKind } from './kind-messages.js';
import type { KnownFile } from './documents.js';
import type { FileReferences } from './file-references.js';
import { Library } from './library.js';
import { neighbourFiles } from './neighbour-files.js';
import { Resolver } from './resolve.js';
import { Places, usesOf } from './uses.js';

export { collectReferences, type ReferenceCollector } from './collect.js';
export type { FileReferences } from './file-references.js';

export interface ReferenceOptions {
  /** Root of the edition: its files are one whole, so their ids differ and a missing file is an error. */
  readonly editionFolder?: string;
  /** Whether a file's doubled ids, and ids that are no names, are told; a grammar with `xml:id` tells them too. */
  readonly ids?: (path: string) => boolean;
  /** The disk on which files are looked for that are pointed to and not checked. */
  readonly fileSystem?: FileSystem;
}

/**
 * Checks that the pointers of TEI files lead somewhere, to elements of the right kind and not in circles (Guidelines,
 * 17.2). A pointer is looked for in the files given, then on the disk; the network is never asked. Like pointers of a
 * file that have one fault are one finding, at the first of them.
 *
 * @param files what was collected from each file that passed the gate.
 * @returns the findings by file, in the order of the places.
 */
export function checkReferences(files: readonly FileReferences[], options: ReferenceOptions = {}): Diagnostic[] {
  const editionFolder = options.editionFolder === undefined ? undefined : resolve(options.editionFolder);
  const isOfEdition = (file: KnownFile): boolean => editionFolder !== undefined && isInside(editionFolder, file.path);
  const nameOf = (path: string): string => (isInside(resolve('.'), path) ? relative('.', path) : path);
  const neighbours = neighbourFiles(options.fileSystem ?? diskFileSystem, nameOf);
  const library = new Library(files, neighbours, (path) => resolve(path));
  const places = new Places();
  const resolver = new Resolver(library, neighbours, editionFolder);
  const messages = new FaultMessages(library, neighbours, places, isOfEdition, nameOf);

  const links: Link[] = inclusionLinks(library);
  const findings = library.files.flatMap((file) => {
    const outcomes = usesOf(file).map((use): Outcome => {
      return { use, target: resolver.resolve(file, use.pointer.token, use.pointer.base) };
    });
    for (const link of linksOf(file, resolver)) links.push(link);
    return [
      ...faultyUses(outcomes).map((faulty) => messages.describe(faulty)),
      ...outcomes.flatMap(({ use, target }) =>
        target.kind === 'element' ? (checkKind(use, target, target.expanded, places) ?? []) : [],
      ),
      ...remarkUnchecked(outcomes, places),
    ];
  });
  const all = [
    ...findings,
    ...findCycles(links, places),
    ...findBrokenChains(links, places),
    ...checkIdentifiers(library.files, places, options.ids ?? ((): boolean => false), isOfEdition),
  ];
  return inOrder(all, files);
}

/** One remark a file on the pointers that were not followed. */
function remarkUnchecked(outcomes: readonly Outcome[], places: Places): Diagnostic[] {
  const uses = outcomes.flatMap(({ use, target }) =>
    target.kind === 'unchecked' && target.reason !== 'elsewhere' ? [use] : [],
  );
  const [first] = uses;
  if (first === undefined) return [];
  const { pointer, file } = first;
  const others = uses.length === 1 ? '' : ` (${uses.length} such pointers in this file)`;
  return [
    diagnostic('references/not-followed', `Where ${pointer.token} leads was not looked up${others}.`, {
      ...places.ofPointer(file.references, pointer),
      help: 'XPointers, very large files and very complicated prefix patterns are let pass; so is what a part of a document, without its header, does not have. Validate it together with the file that includes it.',
    }),
  ];
}

function inOrder(findings: readonly Diagnostic[], files: readonly FileReferences[]): Diagnostic[] {
  const order = new Map(files.map(({ path }, index) => [path, index]));
  const rank = ({ file }: Diagnostic): number => order.get(file ?? '') ?? -1;
  return [...findings].sort((a, b) => rank(a) - rank(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0));
}
