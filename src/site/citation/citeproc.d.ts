/** What is used of citeproc-js (Citation Style Language 1.0.2), which has no types of its own. */
declare module 'citeproc' {
  interface System {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): object;
  }
  interface Engine {
    setOutputFormat(format: 'html' | 'text'): void;
    updateItems(ids: readonly string[]): void;
    /** The second part has one entry for each item. */
    makeBibliography(): readonly [object, readonly string[]];
    /** One citation, without regard to others. */
    makeCitationCluster(items: readonly { readonly id: string }[]): string;
  }
  const CSL: {
    readonly Engine: new (system: System, style: string, language: string, forceLanguage: boolean) => Engine;
  };
  export default CSL;
}
