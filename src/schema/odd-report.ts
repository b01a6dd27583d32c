import type { DiagnosticCode } from '../diagnostics/catalogue.js';
import { diagnostic, type Diagnostic, type DiagnosticDetail } from '../diagnostics/diagnostic.js';
import { indexLines, type LineIndex } from '../diagnostics/line-index.js';
import type { XmlFault } from '../tei/xml-reader.js';
import type { XmlElement } from './xml-tree.js';

/** A text file that was read. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Collects what is wrong in one file of XML, each finding with its place. */
export class OddReport {
  readonly diagnostics: Diagnostic[] = [];
  private lines: LineIndex | undefined;

  constructor(private readonly file: TextFile) {}

  /** A finding about an element of this file. */
  at(node: XmlElement, code: DiagnosticCode, message: string, detail: DiagnosticDetail = {}): void {
    this.add(node.offset, node.name.length + 1, code, message, detail);
  }

  /** The file is no XML that can be read. */
  fault({ message, offset }: XmlFault): void {
    this.add(offset, 1, 'schema/not-well-formed', `The file is not well-formed XML: ${message}.`, {});
  }

  private add(offset: number, length: number, code: DiagnosticCode, message: string, detail: DiagnosticDetail): void {
    this.lines ??= indexLines(this.file.text);
    this.diagnostics.push(
      diagnostic(code, message, {
        file: this.file.path,
        position: this.lines.positionOf(offset),
        span: { start: offset, end: offset + length },
        ...detail,
      }),
    );
  }
}
