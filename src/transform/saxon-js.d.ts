/** What Editio uses of SaxonJS 2.7, which has no types of its own. */
declare module 'saxon-js' {
  /** A parsed XML document; only SaxonJS looks inside. */
  export interface SaxonDocument {
    readonly nodeType: 9;
  }

  /** Where the result of an `xsl:result-document` goes. */
  export interface ResultDocumentDelivery {
    readonly destination: 'raw' | 'serialized' | 'document';
    readonly save?: (result: unknown, uri: string) => void;
  }

  export interface TransformOptions {
    /** An executable stylesheet (SEF), parsed from JSON; SaxonJS keeps its own preparations in it. */
    readonly stylesheetInternal: object;
    readonly initialTemplate: string;
    readonly destination: 'raw';
    readonly resultForm: 'array';
    readonly stylesheetParams: Readonly<Record<string, unknown>>;
    readonly deliverResultDocument: (uri: string) => ResultDocumentDelivery;
    readonly deliverMessage: (message: unknown) => void;
  }

  interface SaxonJS {
    transform(options: TransformOptions, execution: 'sync'): { readonly principalResult: unknown };
    getResource(options: { readonly text: string; readonly type: 'xml' }): Promise<SaxonDocument>;
  }

  const saxon: SaxonJS;
  export default saxon;
}
