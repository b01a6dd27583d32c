'use strict';

/*
 * Marks in the text what a search has found: the address names the words (`?highlight=word`). The text itself is not
 * changed (CSS Custom Highlight API); a browser without it shows the place, unmarked.
 */
(() => {
  const wanted = new Set(new URLSearchParams(location.search).getAll('highlight').slice(0, 20).map(folded));
  const text = document.querySelector('.tei-document');
  if (wanted.size === 0 || text === null || !('highlights' in CSS)) return;

  /** Parts that the search leaves out: they would stick to the words before them. */
  const UNSEARCHED =
    '.tei-noteref, .tei-note-number, .tei-backlink, .tei-bracket, .tei-label-ours, .tei-pb, .tei-permalink';

  /** Accents make no difference to the search. */
  function folded(/** @type {string} */ word) {
    return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  }

  /** @type {{ node: Text, start: number }[]} */
  const nodes = [];
  let whole = '';
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest(UNSEARCHED) !== null) continue;
    nodes.push({ node, start: whole.length });
    whole += node.data;
  }

  const ranges = [];
  let at = 0;
  for (const match of whole.matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}\p{M}])?/gu)) {
    if (!wanted.has(folded(match[0]))) continue;
    const range = new Range();
    range.setStart(...place(match.index, false));
    range.setEnd(...place(match.index + match[0].length, true));
    ranges.push(range);
  }
  if (ranges.length > 0) {
    CSS.highlights.set('search', new Highlight(...ranges));
    const style = new CSSStyleSheet();
    style.replaceSync(`::highlight(search) {
      background-color: color-mix(in srgb, var(--accent) 22%, transparent);
      text-decoration: underline 2px var(--accent);
    }`);
    document.adoptedStyleSheets.push(style);
  }

  /**
   * A place of the whole text in its node; offsets are asked for in rising order. An end belongs to the node before it.
   * @param {number} offset
   * @param {boolean} isEnd
   * @returns {[Text, number]}
   */
  function place(offset, isEnd) {
    while (at + 1 < nodes.length && (nodes[at + 1]?.start ?? Infinity) <= offset - (isEnd ? 1 : 0)) at++;
    const { node, start } = /** @type {{ node: Text, start: number }} */ (nodes[at]);
    return [node, offset - start];
  }
})();
