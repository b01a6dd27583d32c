import { SaxesParser } from 'saxes';

/** Deepest nesting that is read: beyond it some of the XML tools that an edition meets fail (libxml2's limit). */
export const DEPTH_LIMIT = 256;

/** Why a text is no XML document that can be read. `offset` counts UTF-16 units. */
export interface XmlFault {
  readonly reason: 'not-well-formed' | 'too-deep' | 'undefined-entity';
  /** The rule that is broken, as one lower-case phrase. */
  readonly message: string;
  readonly offset: number;
  /** The name of an undefined entity. */
  readonly entity?: string;
}

export interface XmlStartTag {
  /** The name as written, with its prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  /** Attributes in the order written, namespace declarations included. */
  readonly attributes: readonly XmlAttribute[];
  /** Offset of the tag's `<`. */
  readonly offset: number;
  /** Offset after the tag's `>`. */
  readonly end: number;
}

export interface XmlAttribute {
  /** The name as written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** Empty for a name without prefix (Namespaces in XML 1.0, section 6.2). */
  readonly namespace: string;
  readonly value: string;
}

/** Receives a document's parts in reading order. */
export interface XmlHandler {
  startTag?(tag: XmlStartTag): void;
  /** `end` is the offset after the tag's `>`. */
  endTag?(end: number): void;
  text?(text: string): void;
  comment?(text: string): void;
  instruction?(target: string, data: string): void;
}

// A text is fed in pieces, so that an error early in a long text ends the work early.
const PIECE = 8_192;

/**
 * Reads `text` as XML 1.0 with namespaces, strictly, and tells `handler` what it holds: entities and CDATA
 * sections as text, line ends normalised. No document type declaration is interpreted.
 *
 * @returns the first fault, where the reading stopped, or undefined for a well-formed document.
 */
export function readXml(text: string, handler: XmlHandler): XmlFault | undefined {
  const parser = new SaxesParser({ xmlns: true });
  // The parser's own table inherits names such as `constructor` from Object.
  parser.ENTITIES = Object.assign(Object.create(null) as Record<string, string>, {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
  });
  let fault: XmlFault | undefined;
  let depth = 0;
  let offset = 0;

  parser.on('error', (error) => {
    fault ??= faultOf(text, error.message, parser.position);
  });
  parser.on('opentagstart', () => {
    offset = text.lastIndexOf('<', parser.position - 1);
    depth++;
    if (depth > DEPTH_LIMIT) {
      fault ??= { reason: 'too-deep', message: `elements are nested deeper than ${DEPTH_LIMIT}`, offset };
    }
  });
  parser.on('opentag', (tag) => {
    if (fault !== undefined) return;
    const attributes = Object.values(tag.attributes).map(({ name, local, uri, value }) => ({
      name,
      local,
      namespace: uri,
      value,
    }));
    handler.startTag?.({
      name: tag.name,
      prefix: tag.prefix,
      local: tag.local,
      namespace: tag.uri,
      attributes,
      offset,
      end: parser.position,
    });
  });
  parser.on('closetag', () => {
    depth--;
    if (fault === undefined) handler.endTag?.(parser.position);
  });
  const takeText = (piece: string): void => {
    if (fault === undefined) handler.text?.(piece);
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  parser.on('comment', (comment) => {
    if (fault === undefined) handler.comment?.(comment);
  });
  parser.on('processinginstruction', ({ target, body }) => {
    if (fault === undefined) handler.instruction?.(target, body);
  });

  for (let start = 0; start < text.length && fault === undefined; start += PIECE) {
    parser.write(text.slice(start, start + PIECE));
  }
  // Closing tells of what is missing at the end; after a fault it would only repeat it.
  if (fault === undefined) parser.close();
  return fault;
}

/** What the parser's complaint is about; it stands one character after the place that it speaks of. */
function faultOf(text: string, complaint: string, position: number): XmlFault {
  const message = complaint.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  const offset = Math.max(0, Math.min(position, text.length) - 1);
  if (message.startsWith('undefined entity')) {
    const start = text.lastIndexOf('&', offset);
    const entity = text.slice(start + 1, text.indexOf(';', start));
    return { reason: 'undefined-entity', message: `the entity "${entity}" is not defined`, offset: start, entity };
  }
  return { reason: 'not-well-formed', message, offset };
}
