'use strict';

// Beside the text, the apparatus follows the reader: the entry of the first place in view is kept in view too.
(() => {
  const apparatus = document.querySelector('.edited .tei-apparatus');
  if (!(apparatus instanceof HTMLElement) || !('IntersectionObserver' in window)) return;

  /** @type {Map<Element, HTMLElement>} */
  const entries = new Map();
  for (const place of document.querySelectorAll('.edited :is(.tei-app, .tei-anchor)[data-kind]')) {
    const entry = document.getElementById(`${place.id}~entry`);
    if (entry !== null) entries.set(place, entry);
  }

  /** @type {Set<Element>} */
  const inView = new Set();
  const follow = () => {
    // Only where the apparatus stands beside the text, and nobody is at work in it.
    if (apparatus.scrollHeight <= apparatus.clientHeight || apparatus.matches(':hover, :focus-within')) return;
    for (const [place, entry] of entries) {
      if (!inView.has(place) || entry.offsetParent === null) continue;
      const wanted = entry.getBoundingClientRect().top - apparatus.getBoundingClientRect().top;
      apparatus.scrollTop += wanted - 8;
      return;
    }
  };
  const observer = new window.IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) inView.add(target);
      else inView.delete(target);
    }
    follow();
  });
  for (const place of entries.keys()) observer.observe(place);

  // A place and its entry show that they belong together.
  for (const [place, entry] of entries) {
    for (const [one, other] of [
      [place, entry],
      [entry, place],
    ]) {
      one?.addEventListener('pointerenter', () => other?.classList.add('is-meant'));
      one?.addEventListener('pointerleave', () => other?.classList.remove('is-meant'));
    }
  }
})();
