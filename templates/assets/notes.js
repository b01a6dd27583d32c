'use strict';

/*
 * The notes of a text near their signs: in the margin where the style sheet makes room for one, in a popover at the
 * sign where it does not. What is shown here is a copy for the eye; the notes themselves stay after the text, with
 * their ways back, for everybody and for paper.
 */
(() => {
  const text = document.querySelector('.text');
  if (!(text instanceof HTMLElement)) return;
  const words = text.dataset;

  /** Space between two notes in the margin, in pixels. */
  const GAP = 14;

  /** The note that a sign leads to, if it stands among the end notes. */
  function noteOf(/** @type {Element} */ sign) {
    const id = decodeURIComponent((sign.getAttribute('href') ?? '').slice(1));
    const note = document.getElementById(id);
    return note?.parentElement?.classList.contains('tei-notes') === true ? note : null;
  }

  /** A note's text as a copy without ids and ways back; `index` is the tab order of its links, if it is not theirs. */
  function copyOf(/** @type {HTMLElement} */ note, /** @type {number | undefined} */ index) {
    const copy = /** @type {HTMLElement} */ (note.querySelector('.tei-note-body')?.cloneNode(true));
    for (const link of copy.querySelectorAll('.tei-backlink, .tei-permalink')) link.remove();
    for (const each of copy.querySelectorAll('[id]')) each.removeAttribute('id');
    for (const each of copy.querySelectorAll('a, [tabindex]')) {
      if (index !== undefined) each.setAttribute('tabindex', String(index));
    }
    if (note.lang !== '') copy.lang = note.lang;
    return copy;
  }

  /** The signs of the text with their notes, each note once. */
  const placed = new Map();
  for (const sign of text.querySelectorAll('a[role="doc-noteref"]')) {
    const note = noteOf(sign);
    if (note !== null && !placed.has(note) && sign.closest('.tei-notes') === null) placed.set(note, { sign, note });
  }
  if (placed.size === 0) return;

  const margin = document.createElement('div');
  margin.className = 'margin-notes';
  margin.setAttribute('aria-hidden', 'true');
  const beside = [...placed.values()].map(({ sign, note }) => {
    const element = document.createElement('div');
    element.className = 'margin-note';
    const number = document.createElement('span');
    number.className = 'tei-note-number';
    number.textContent = sign.textContent;
    element.append(number, copyOf(note, -1));
    margin.append(element);
    return { sign, element };
  });
  text.after(margin);

  const hasMargin = () => getComputedStyle(margin).display !== 'none';

  function layOut() {
    if (!hasMargin()) return;
    // All is measured before anything moves, so that the page is laid out once.
    const origin = margin.getBoundingClientRect().top;
    const wanted = beside.map(({ sign }) => sign.getBoundingClientRect().top - origin);
    const sizes = beside.map(({ element }) => element.offsetHeight + GAP);
    const isLong = beside.map(({ element }) => element.scrollHeight > element.clientHeight + 2);
    let end = 0;
    beside.forEach(({ element }, i) => {
      // Beside its sign, or below the note before it.
      const top = Math.max(end, Math.round(wanted[i] ?? 0));
      end = top + (sizes[i] ?? 0);
      element.classList.toggle('is-long', isLong[i]);
      element.style.insetBlockStart = `${top}px`;
    });
    margin.style.minBlockSize = `${end}px`;
  }

  // The text changes its size when the window does, when fonts arrive and when something opens in it.
  let isAsked = false;
  new ResizeObserver(() => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      layOut();
    });
  }).observe(text);

  /** The note in the margin stands out while its sign is pointed at or has the focus. */
  function point(/** @type {Event} */ { target, type }) {
    const sign = target instanceof Element ? target.closest('a[role="doc-noteref"]') : null;
    for (const each of beside) {
      const isMeant = each.sign === sign && type !== 'pointerout' && type !== 'focusout';
      if (sign !== null) each.element.classList.toggle('is-meant', isMeant);
    }
  }
  for (const type of ['pointerover', 'pointerout', 'focusin', 'focusout']) text.addEventListener(type, point);

  if (!('popover' in HTMLElement.prototype)) return;
  const popover = document.createElement('div');
  popover.className = 'note-popover';
  popover.popover = 'auto';
  popover.setAttribute('role', 'dialog');
  popover.tabIndex = -1;
  text.append(popover);

  /** @returns what the popover says of a note: its sign, its text, the ways on. */
  function contentOf(/** @type {HTMLElement} */ note, /** @type {string} */ name) {
    const title = document.createElement('p');
    title.className = 'note-title';
    title.textContent = name;
    const ways = document.createElement('p');
    ways.className = 'ways';
    const link = document.createElement('a');
    link.href = `#${encodeURIComponent(note.id)}`;
    link.textContent = words['toNotes'] ?? '';
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = words['close'] ?? '';
    close.addEventListener('click', () => popover.hidePopover());
    link.addEventListener('click', () => popover.hidePopover());
    ways.append(link, close);
    return [title, copyOf(note, undefined), ways];
  }

  text.addEventListener('click', (event) => {
    const sign = event.target instanceof Element ? event.target.closest('a[role="doc-noteref"]') : null;
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) && event.button === 0;
    const note = sign === null ? null : noteOf(sign);
    if (!(sign instanceof HTMLElement) || note === null || !isPlain || hasMargin()) return;
    event.preventDefault();
    const name = (words['note'] ?? '').replace('{sign}', sign.textContent ?? '');
    popover.setAttribute('aria-label', name);
    popover.replaceChildren(...contentOf(note, name));
    // The popover gives the focus back to what has it now.
    if (!popover.contains(sign)) sign.focus();
    const at = sign.getBoundingClientRect();
    const origin = text.getBoundingClientRect();
    if (!popover.matches(':popover-open')) {
      popover.style.insetBlockStart = `${at.bottom + scrollY + 8}px`;
      popover.showPopover();
      const room = document.documentElement.clientWidth - popover.offsetWidth - 16;
      popover.style.left = `${Math.max(16, Math.min(at.left - 24, room, origin.right - popover.offsetWidth))}px`;
    }
    popover.focus();
  });
})();
