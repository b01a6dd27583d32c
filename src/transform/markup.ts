import { SaxesParser } from 'saxes';

/** Receives the parts of an output that a stylesheet made. */
export interface MarkupHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text(text: string): void;
}

/**
 * Reads the markup that one of our stylesheets made: well-formed, at most one root, no namespaces to mind, and possibly
 * nested deeper than the document it was made from.
 *
 * @throws Error where it is not well-formed, which is a fault of the stylesheet.
 */
export function readMarkup(markup: string, handler: MarkupHandler): void {
  const parser = new SaxesParser<{ fragment: true; xmlns: false }>({ fragment: true, xmlns: false });
  parser.on('error', (error) => {
    throw new Error(`A stylesheet made markup that is not well-formed: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => handler.open?.(name, attributes));
  parser.on('closetag', ({ name }) => handler.close?.(name));
  parser.on('text', (text) => {
    handler.text(text);
  });
  parser.on('cdata', (text) => {
    handler.text(text);
  });
  parser.write(markup).close();
}
