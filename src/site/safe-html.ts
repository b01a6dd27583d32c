/**
 * HTML that may be printed as it is. Page templates escape everything else, so this type is the only way for
 * markup to enter a page: a plain string, wherever it comes from, is always text.
 */
export class SafeHtml {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /**
   * Declares that `markup` was made by one of the edition's own stylesheets, which let no script, event handler
   * or unchecked address through. The link check looks at the result once more before anything is written.
   */
  static fromStylesheet(markup: string): SafeHtml {
    return new SafeHtml(markup);
  }

  /**
   * Declares that `markup` was made from Markdown by the edition's own renderer, which prints HTML of the text as text
   * and lets no unchecked address through. The link check looks at it too.
   */
  static fromMarkdown(markup: string): SafeHtml {
    return new SafeHtml(markup);
  }

  /** What a hash of a view takes it for: not for a text of the same characters. */
  toJSON(): { readonly html: string } {
    return { html: this.#markup };
  }

  /** The markup, for printing. */
  get markup(): string {
    return this.#markup;
  }
}
