'use strict';

/* Citations follow the passage in the page's address, and can be copied. The page is complete without it. */
(() => {
  const text = document.querySelector('article');
  const labels = (/** @type {Element} */ box) => /** @type {HTMLElement} */ (box).dataset;

  for (const box of document.querySelectorAll('.cite')) {
    addButtons(box);
    if (labels(box).paragraph !== undefined) follow(box);
  }

  /** @param {Element} box */
  function follow(box) {
    // A site that does not know its address has citations without one: there is nothing to follow.
    const address = box.querySelector('a.cite-address')?.getAttribute('href') ?? '';
    if (address === '') return;
    const chosen = document.createElement('p');
    chosen.className = 'cite-chosen';
    chosen.setAttribute('role', 'status');
    box.prepend(chosen);
    const sources = new Map([...box.querySelectorAll('pre')].map((pre) => [pre, pre.textContent ?? '']));
    const update = () => {
      const id = decoded(location.hash.slice(1));
      const passage = id === '' ? null : document.getElementById(id);
      const isInside = passage !== null && text !== null && text.contains(passage) && passage !== text;
      const place = isInside ? placeOf(passage, box) : '';
      const link = isInside ? `${address}#${encodeURIComponent(id)}` : address;
      for (const anchor of box.querySelectorAll('a.cite-address')) {
        anchor.setAttribute('href', link);
        anchor.textContent = link;
      }
      for (const span of box.querySelectorAll('.cite-place[data-form="note"]')) {
        span.textContent = place === '' ? '' : `${place}, `;
      }
      for (const [pre, source] of sources) pre.textContent = source.replace(`{${address}}`, () => `{${link}}`);
      chosen.textContent = '';
      if (isInside) chosen.append(place === '' ? `#${id}` : place, ' ', wholeButton(box, update));
    };
    window.addEventListener('hashchange', update);
    update();
  }

  /**
   * The place of a passage in words: a note by its printed number, a line of verse or a paragraph by its own count.
   * @param {Element} passage
   * @param {Element} box
   */
  function placeOf(passage, box) {
    const note = passage.closest('[role="doc-endnote"], .tei-note');
    if (note !== null) {
      const number = note.getAttribute('data-n') ?? note.querySelector('.tei-note-number')?.textContent?.trim() ?? '';
      return number === '' ? '' : filled(labels(box).note, number);
    }
    const kind = passage.closest('.tei-l') === null ? '.tei-p' : '.tei-l';
    const all = [...(text?.querySelectorAll(kind) ?? [])].filter(
      (each) => each.closest('[role="doc-endnotes"], [role="doc-endnote"], .tei-note, .tei-notes') === null,
    );
    const unit = passage.closest(kind) ?? passage.querySelector(kind);
    const index = unit === null ? -1 : all.indexOf(unit);
    return index === -1 ? '' : filled(kind === '.tei-l' ? labels(box).line : labels(box).paragraph, String(index + 1));
  }

  /**
   * @param {string | undefined} pattern
   * @param {string} number
   */
  function filled(pattern, number) {
    return (pattern ?? '').replace('{number}', () => number);
  }

  /**
   * @param {Element} box
   * @param {() => void} update
   */
  function wholeButton(box, update) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = labels(box).whole ?? '';
    button.addEventListener('click', () => {
      history.replaceState(null, '', location.pathname + location.search);
      update();
      box.querySelector('summary')?.focus();
    });
    return button;
  }

  /** @param {Element} box */
  function addButtons(box) {
    for (const citation of box.querySelectorAll('.citation')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'cite-copy';
      button.textContent = labels(box).copy ?? '';
      button.addEventListener('click', () => {
        const tell = (/** @type {string | undefined} */ words) => {
          button.textContent = words ?? '';
        };
        copy(citation).then(
          () => tell(labels(box).copied),
          () => tell(labels(box).failed),
        );
      });
      citation.after(button);
    }
  }

  /** @param {Element} citation */
  async function copy(citation) {
    const words = (citation.textContent ?? '').trim();
    if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(words);
    // Pages from the disk have no clipboard of the newer kind.
    const selection = window.getSelection();
    selection?.selectAllChildren(citation);
    if (!document.execCommand('copy')) throw new Error('The browser does not copy.');
  }

  /** @param {string} part */
  function decoded(part) {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  }
})();
