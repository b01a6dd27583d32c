/** A page of a preview: loads itself anew when the edition was built, and shows what is wrong with it. */
(() => {
  'use strict';

  /** @type {HTMLElement | undefined} */
  let overlay;

  /** @param {string} text */
  const show = (text) => {
    overlay?.remove();
    overlay = document.createElement('aside');
    overlay.className = 'preview-findings';
    overlay.setAttribute('role', 'alert');
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Close';
    close.addEventListener('click', () => overlay?.remove());
    const words = document.createElement('pre');
    words.textContent = text;
    overlay.append(close, words);
    document.body.append(overlay);
  };

  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const review = script?.dataset['review'];
  if (review !== undefined) {
    const desk = document.createElement('aside');
    desk.className = 'preview-desk';
    desk.setAttribute('aria-label', 'Preview');
    const link = document.createElement('a');
    link.href = review;
    link.textContent = 'Questions';
    desk.append(link);
    document.body.append(desk);
  }

  const events = new EventSource('/-/events');
  events.addEventListener('built', () => {
    overlay?.remove();
    // A page that brings itself up to date says so; others are loaded anew, and browsers keep the place.
    if (document.dispatchEvent(new CustomEvent('preview:built', { cancelable: true }))) location.reload();
  });
  events.addEventListener('findings', (event) => {
    show(event.data);
    document.dispatchEvent(new CustomEvent('preview:findings'));
  });
})();
