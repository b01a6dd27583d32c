import type { XmlHandler } from '../../tei/xml-reader.js';

/** One handler that tells several, in their order. */
export function fanOut(handlers: readonly XmlHandler[]): XmlHandler {
  return {
    startTag: (tag) => {
      for (const handler of handlers) handler.startTag?.(tag);
    },
    endTag: (end) => {
      for (const handler of handlers) handler.endTag?.(end);
    },
    text: (piece) => {
      for (const handler of handlers) handler.text?.(piece);
    },
    comment: (text) => {
      for (const handler of handlers) handler.comment?.(text);
    },
    instruction: (target, data) => {
      for (const handler of handlers) handler.instruction?.(target, data);
    },
  };
}
