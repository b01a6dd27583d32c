/**
 * The filter of a register: shows the entries that have the typed letters in their names or descriptions, whatever
 * their accents. Without it the page shows all of them.
 */
(() => {
  'use strict';

  const box = document.querySelector('.register-filter');
  const input = box?.querySelector('input');
  const output = box?.querySelector('output');
  if (!(box instanceof HTMLElement) || !input || !output) return;
  const pattern = box.dataset['filtered'] ?? '';
  const numbers = new Intl.NumberFormat(document.documentElement.lang);

  /** Letters that no decomposition takes their strokes from. */
  const strokes = new Map(
    Object.entries({ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' }),
  );

  /** @param {string} text */
  const folded = (text) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[łøđðħıßæœ]/g, (letter) => strokes.get(letter) ?? letter);

  const sections = [...document.querySelectorAll('.register-letter')].flatMap((section) =>
    section instanceof HTMLElement ? [section] : [],
  );
  /** @type {{ readonly element: HTMLElement, readonly words: string }[]} */
  let entries = [];

  /** What is typed is compared with names, forms and descriptions, not with the lines around the mentions. */
  const read = () => {
    if (entries.length > 0) return;
    entries = [...document.querySelectorAll('.register-entry')].flatMap((element) =>
      element instanceof HTMLElement
        ? [{ element, words: folded((element.querySelector('header, h2, h3') ?? element).textContent ?? '') }]
        : [],
    );
  };

  const filter = () => {
    read();
    const words = folded(input.value)
      .split(/\s+/u)
      .filter((word) => word !== '');
    let shown = 0;
    for (const entry of entries) {
      const isShown = words.every((word) => entry.words.includes(word));
      entry.element.hidden = !isShown;
      if (isShown) shown++;
    }
    for (const section of sections) section.hidden = section.querySelector('.register-entry:not([hidden])') === null;
    output.value =
      words.length === 0
        ? ''
        : pattern.replace('{shown}', numbers.format(shown)).replace('{total}', numbers.format(entries.length));
  };

  // An entry that an address leads to is shown, whatever the filter says.
  window.addEventListener('hashchange', () => {
    if (input.value === '') return;
    input.value = '';
    filter();
  });
  input.addEventListener('input', filter);
  box.hidden = false;
  if (input.value !== '') filter();
})();
