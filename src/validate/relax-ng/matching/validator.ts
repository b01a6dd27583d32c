import type { XmlHandler, XmlStartTag } from '../../../tei/xml-reader.js';
import { namespaces } from '../../../xml/namespaces.js';
import type { NamespaceContext } from '../datatypes/datatype.js';
import type { RelaxNgFault } from '../fault.js';
import { checkAttributes } from './attribute-check.js';
import type { Automaton } from './automaton.js';
import { expectationOf, valueExpectationOf } from './expectation.js';
import { openFrame, type Frame, type Scope } from './frame.js';
import { IdCheck } from './id-check.js';
import { enterAfterFault } from './recovery.js';

const NOT_BLANK = /[^ \t\r\n]/u;

/**
 * Validates one document, fed by the events of its reading. After a fault it goes on as if the fault were mended (see
 * `recovery`), so that each fault is told once.
 */
export class Validator implements XmlHandler {
  readonly #faults: RelaxNgFault[] = [];
  readonly #stack: Frame[];
  readonly #ids: IdCheck;

  /** @param document the decoded text of the document, for the places of end tags. */
  constructor(
    private readonly automaton: Automaton,
    private readonly document: string,
  ) {
    const scope: Scope = new Map([['xml', namespaces.xml]]);
    this.#stack = [openFrame(undefined, { offset: 0, end: 0 }, scope, automaton.start(), [])];
    this.#ids = new IdCheck(automaton);
  }

  /** The faults found, in the order of the document; to be asked when the document has been read. */
  faults(): readonly RelaxNgFault[] {
    return [...this.#faults, ...this.#ids.missing()].sort((a, b) => a.offset - b.offset);
  }

  startTag(tag: XmlStartTag): void {
    const parent = this.#top();
    this.#settleText(parent);
    const { automaton } = this;
    const name = automaton.names.of(tag.namespace, tag.local);
    const known = parent.state === undefined ? undefined : automaton.enter(parent.state, name);
    if (known !== undefined) parent.isTroubled = false;
    const entry =
      known ??
      enterAfterFault(
        automaton,
        parent,
        this.#stack.at(-2)?.name,
        { name, offset: tag.offset, end: endOfName(tag) },
        this.#faults,
      );
    parent.lastChild = name;
    const frame = openFrame(name, tag, scopeOf(parent.scope, tag), entry?.child, entry?.after ?? []);
    this.#stack.push(frame);
    if (frame.state === undefined) return;
    frame.state = checkAttributes(automaton, frame.state, tag, name, contextOf(frame.scope), this.#faults);
    frame.begin = frame.state;
    const duplicate = this.#ids.take(name, tag);
    if (duplicate !== undefined) this.#faults.push(duplicate);
  }

  text(piece: string): void {
    const frame = this.#top();
    const { state } = frame;
    if (state === undefined) return;
    if (state.hasValues) {
      frame.text += piece;
      return;
    }
    if (!NOT_BLANK.test(piece)) return;
    this.#takeText(frame, piece);
  }

  endTag(end: number): void {
    const frame = this.#stack.pop();
    const parent = this.#stack.at(-1);
    if (frame === undefined || parent === undefined) return;
    const start = this.#startOfEndTag(frame, end);
    if (frame.lastChild !== undefined) this.#settleText(frame);
    else this.#settleValue(frame, start);
    if (frame.state !== undefined && !frame.state.isComplete) this.#tellMissing(frame, start, end);
    if (parent.state !== undefined && frame.after.length > 0) {
      parent.state = this.automaton.leave(frame.state ?? this.automaton.state([]), frame.after);
    }
    parent.textStart = end;
  }

  #top(): Frame {
    const top = this.#stack.at(-1);
    if (top === undefined) throw new Error('More elements end than begin.');
    return top;
  }

  /** A text beside elements: blanks between them count for nothing. */
  #settleText(frame: Frame): void {
    const { text } = frame;
    frame.text = '';
    if (text !== '' && NOT_BLANK.test(text)) this.#takeText(frame, text);
  }

  #takeText(frame: Frame, text: string): void {
    const { state } = frame;
    if (state === undefined) return;
    const after = this.automaton.text(state, text, contextOf(frame.scope));
    if (after !== undefined) {
      frame.state = after;
      return;
    }
    if (!frame.isTroubled) {
      const offset = frame.textStart;
      this.#faults.push({
        kind: 'text-not-allowed',
        offset,
        end: offset + text.length,
        ...(frame.name === undefined ? {} : { parent: frame.name }),
        text,
        expected: expectationOf(state),
      });
    }
    frame.isTroubled = true;
  }

  /** The whole text of an element without children, where its value matters. */
  #settleValue(frame: Frame, end: number): void {
    const { state, name } = frame;
    if (state === undefined || name === undefined || !state.hasValues) return;
    const after = this.automaton.wholeText(state, frame.text, contextOf(frame.scope));
    if (after !== undefined) {
      frame.state = after;
      return;
    }
    // An element that holds values or other elements, and holds nothing, lacks the elements.
    const isEmpty = !NOT_BLANK.test(frame.text);
    if (isEmpty && expectationOf(state).elements.length > 0) return;
    this.#faults.push({
      kind: 'content-value',
      offset: frame.textStart,
      end,
      parent: name,
      value: frame.text,
      expected: valueExpectationOf(state.patterns),
    });
    frame.state = this.automaton.state(state.patterns.map(() => this.automaton.grammar.table.empty));
  }

  #tellMissing(frame: Frame, offset: number, end: number): void {
    const { state } = frame;
    if (state === undefined || frame.isTroubled || frame.hasStranger) return;
    this.#faults.push({
      kind: 'element-missing',
      offset,
      end,
      ...(frame.name === undefined ? {} : { parent: frame.name }),
      ...(frame.lastChild === undefined ? {} : { after: frame.lastChild }),
      expected: expectationOf(state),
    });
  }

  /** Offset of an element's end tag, or of its start tag where the two are one. */
  #startOfEndTag(frame: Frame, end: number): number {
    const slash = this.document.lastIndexOf('<', end - 1);
    return this.document.startsWith('</', slash) ? slash : frame.offset;
  }
}

function endOfName(tag: XmlStartTag): number {
  return tag.offset + 1 + tag.name.length;
}

function scopeOf(outer: Scope, tag: XmlStartTag): Scope {
  let scope: Map<string, string> | undefined;
  for (const { name, value } of tag.attributes) {
    if (!name.startsWith('xmlns')) continue;
    if (name === 'xmlns') (scope ??= new Map(outer)).set('', value);
    else if (name.startsWith('xmlns:')) (scope ??= new Map(outer)).set(name.slice(6), value);
  }
  return scope ?? outer;
}

function contextOf(scope: Scope): NamespaceContext {
  return { resolve: (prefix) => (prefix === '' ? (scope.get('') ?? '') : scope.get(prefix)) };
}
