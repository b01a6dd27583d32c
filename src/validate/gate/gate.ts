import { diagnostic, type Diagnostic, type DiagnosticDetail } from '../../diagnostics/diagnostic.js';
import { indexLines, type LineIndex } from '../../diagnostics/line-index.js';
import { readXml, type XmlFault, type XmlHandler } from '../../tei/xml-reader.js';
import { decodeXml } from './encoding.js';
import { codePointOfEntity } from './entities.js';
import { doctypeFinding } from './doctype.js';
import { fanOut } from './fan-out.js';
import { defaultLimits, findLongStretch, measureParts, tooLargeFile, type GateLimits } from './limits.js';
import { explainNotWellFormed, type Explanation, type OpenElement } from './not-well-formed.js';
import { readProlog } from './prolog.js';
import { checkRoot } from './root.js';

export { defaultLimits, type GateLimits } from './limits.js';

/** A file that is decoded and that a parser may see; whether it is well-formed is not known yet. */
export interface OpenedFile {
  /** The path as the user wrote it. */
  readonly path: string;
  readonly text: string;
  readonly encoding: string;
  /** The data of each `xml-model` instruction. */
  readonly models: readonly string[];
}

/** A file that passed: well-formed and in TEI's namespace. */
export interface PassedFile extends OpenedFile {
  /** Local name of the root element. */
  readonly root: string;
}

export interface GateOptions {
  readonly limits?: GateLimits;
  /** Whether a document type declaration without an internal subset is let pass; what it names is never read. */
  readonly allowDoctype?: boolean;
  /**
   * Asked for every file that a parser may see: what wants to read along, so that one reading serves all checks. What
   * was heard of a file that did not pass is worth nothing.
   */
  readonly listen?: (file: OpenedFile) => readonly XmlHandler[];
}

export interface GateResult {
  /** Undefined where a finding of severity `error` says why. */
  readonly passed?: PassedFile;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The first question to any XML file, before a tool that could be harmed or misled by it sees it: is it small
 * enough, in the encoding it says, without document type declaration, well-formed with namespaces, and TEI P5?
 * The first fault ends the check, since what follows it cannot be trusted.
 *
 * @param file the path as the user wrote it, for messages.
 */
export function passGate(file: string, bytes: Uint8Array, options: GateOptions = {}): GateResult {
  const { limits = defaultLimits, allowDoctype = false, listen } = options;
  const refuse = (finding: Diagnostic): GateResult => ({ diagnostics: [finding] });
  const tooLarge = tooLargeFile(file, bytes.length, limits);
  if (tooLarge !== undefined) return refuse(tooLarge);
  const decoding = decodeXml(bytes);
  if ('fault' in decoding) {
    const { reason, message, help, byte, expected, actual } = decoding.fault;
    const before = new TextDecoder().decode(bytes.subarray(0, byte));
    const position = indexLines(before).positionOf(before.length);
    const code = reason === 'unknown' ? 'gate/encoding-unknown' : 'gate/encoding-mismatch';
    return refuse(diagnostic(code, message, { file, position, expected: [expected], actual, help }));
  }
  const { text, encoding } = decoding.decoded;
  const lines = indexLines(text);
  const at = (offset: number, length = 1): DiagnosticDetail => ({
    file,
    span: { start: offset, end: Math.min(offset + length, text.length) },
    position: lines.positionOf(offset),
  });

  if (text.trim() === '') {
    return refuse(
      diagnostic('gate/empty', 'The file is empty.', { file, help: 'A TEI file has a root element <TEI>.' }),
    );
  }
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    const help = 'The file is damaged, or it is no text. Restore it from a sound copy.';
    return refuse(
      diagnostic('gate/null-character', 'The file holds a NUL character, which XML forbids.', { ...at(nul), help }),
    );
  }
  // The decoder has taken one mark away; the parser would silently take another.
  if (text.startsWith('\uFEFF')) {
    return refuse(
      diagnostic('gate/not-well-formed', 'A second byte order mark stands before the document.', {
        ...at(0),
        help: 'Remove it: save the file as UTF-8 without byte order mark.',
      }),
    );
  }
  const prolog = readProlog(text);
  if (prolog.doctype !== undefined) {
    const finding = doctypeFinding(text, prolog.doctype, allowDoctype, at(prolog.doctype, '<!DOCTYPE'.length));
    if (finding !== undefined) return refuse(finding);
  }
  if (prolog.version !== undefined && prolog.version !== '1.0') {
    return refuse(
      diagnostic('gate/xml-version', `The file says that it is XML ${prolog.version}; most tools read XML 1.0 only.`, {
        ...at(Math.max(0, text.indexOf('<?xml'))),
        expected: ['1.0'],
        actual: prolog.version,
        help: 'Write version="1.0" in the XML declaration.',
      }),
    );
  }
  const opened = { path: file, text, encoding, models: prolog.models };
  return read(opened, listen?.(opened) ?? [], limits, at, lines);
}

/** The part of the check that a strict parser does. */
function read(
  opened: OpenedFile,
  listeners: readonly XmlHandler[],
  limits: GateLimits,
  at: (offset: number, length?: number) => DiagnosticDetail,
  lines: LineIndex,
): GateResult {
  const { text, encoding } = opened;
  let root: string | undefined;
  let notTei: Diagnostic | undefined;
  const open: OpenElement[] = [];
  let lastEnded: { readonly element: OpenElement; readonly end: number } | undefined;
  const long = findLongStretch(text, limits, at);
  if (long !== undefined) return { diagnostics: [long] };
  const measuring = measureParts(limits, at);
  const own: XmlHandler = {
    startTag: (tag) => {
      open.push({ name: tag.name, offset: tag.offset });
      if (root === undefined) {
        root = tag.local;
        notTei = checkRoot(tag.local, tag.namespace, at(tag.offset, tag.name.length + 1));
      }
    },
    endTag: (end) => {
      const element = open.pop();
      if (element !== undefined) lastEnded = { element, end };
    },
  };
  const fault = readXml(text, fanOut([own, measuring.handler, ...listeners]));
  if (fault !== undefined) {
    // The parser tells of an element's end before it complains of the wrong end tag.
    if (fault.message === 'unexpected close tag' && lastEnded?.end === fault.offset + 1) open.push(lastEnded.element);
    const explain = (): Explanation => explainNotWellFormed(text, fault.message, fault.offset, open, lines);
    return { diagnostics: [faultDiagnostic(fault, at, explain)] };
  }
  const finding = notTei ?? measuring.finding();
  if (finding !== undefined || root === undefined) return { diagnostics: finding === undefined ? [] : [finding] };
  const diagnostics = encoding.toLowerCase().startsWith('utf-')
    ? []
    : [
        diagnostic('gate/encoding-not-unicode', `The file is in ${encoding}, which not every XML tool reads.`, {
          ...at(0),
          help: 'Save it as UTF-8 and declare encoding="UTF-8".',
        }),
      ];
  return { passed: { ...opened, root }, diagnostics };
}

function faultDiagnostic(
  fault: XmlFault,
  at: (offset: number, length?: number) => DiagnosticDetail,
  explain: () => Explanation,
): Diagnostic {
  switch (fault.reason) {
    case 'too-deep':
      return diagnostic('gate/too-deep', `At this place ${fault.message}.`, {
        ...at(fault.offset),
        help: 'No text needs that: look for end tags that are missing.',
      });
    case 'undefined-entity': {
      const entity = fault.entity ?? '';
      const code = codePointOfEntity(entity);
      const help =
        code === undefined
          ? 'XML knows only &amp; &lt; &gt; &quot; &apos;. Write the character itself, or its number (&#…;).'
          : `Write &#${code}; or the character itself: XML knows only &amp; &lt; &gt; &quot; &apos;.`;
      return diagnostic('gate/undefined-entity', `The entity &${entity}; is not defined.`, {
        ...at(fault.offset, entity.length + 2),
        actual: entity,
        help,
      });
    }
    case 'not-well-formed': {
      const { message, help, offset, length } = explain();
      return diagnostic('gate/not-well-formed', `The file is not well-formed XML: ${message}.`, {
        ...at(offset, length),
        help,
      });
    }
  }
}
