'use strict';

/*
 * Comfort beside a text: the switches are remembered, the contents show where the reader is, and on a small screen
 * they fold. The switches themselves work by style sheet, without this.
 */
(() => {
  const aids = document.querySelector('.aids');
  if (!(aids instanceof HTMLElement)) return;

  /** @type {NodeListOf<HTMLInputElement>} */
  const switches = aids.querySelectorAll('.switches input');

  /** Storage may be forbidden, and is in some browsers for pages from the disk. */
  function remembered(/** @type {string} */ name) {
    try {
      return localStorage.getItem(`editio:${name}`);
    } catch {
      return null;
    }
  }

  function remember(/** @type {string} */ name, /** @type {boolean} */ isOn) {
    try {
      localStorage.setItem(`editio:${name}`, isOn ? 'on' : 'off');
    } catch {
      // The switch holds for this page, then.
    }
  }

  for (const each of switches) {
    const state = remembered(each.id);
    if (state !== null) each.checked = state === 'on';
  }
  aids.addEventListener('change', () => {
    for (const each of switches) remember(each.id, each.checked);
  });

  /** Beside the text everything is open; above it, folded, so that the text comes soon. */
  let isBeside = true;
  function fold() {
    const isNow = getComputedStyle(/** @type {HTMLElement} */ (aids)).position === 'sticky';
    if (isNow === isBeside) return;
    isBeside = isNow;
    for (const details of /** @type {HTMLElement} */ (aids).querySelectorAll('details')) details.open = isNow;
  }
  fold();
  addEventListener('resize', fold);

  /** The link in the contents of each section. */
  const links = new Map();
  for (const link of aids.querySelectorAll('.contents a')) {
    const section = document.getElementById(decodeURIComponent((link.getAttribute('href') ?? '').slice(1)));
    if (section !== null) links.set(section, link);
  }
  /** @type {Set<Element>} */
  const inView = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inView.add(target);
        else inView.delete(target);
      }
      // A section stands within its parent: the last one is the innermost.
      const current = [...links.keys()].filter((section) => inView.has(section)).at(-1);
      for (const [section, link] of links) {
        if (section === current) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
    },
    { rootMargin: '-15% 0px -80% 0px' },
  );
  for (const section of links.keys()) observer.observe(section);
})();
