/** A page of a preview: loads itself anew when the edition was built, and shows what is wrong with it. */
(() => {
  'use strict';

  /** @type {HTMLElement | undefined} */
  let overlay;

  /** @param {string} text */
  const show = (text) => {
    overlay?.remove();
    overlay = document.createElement('aside');
    overlay.setAttribute('role', 'alert');
    Object.assign(overlay.style, {
      position: 'fixed',
      inset: 'auto 0 0 0',
      maxHeight: '60vh',
      overflow: 'auto',
      zIndex: '1000',
      background: '#2b1210',
      color: '#fff',
      padding: '1rem 1.5rem',
      borderTop: '4px solid #d9534f',
      textAlign: 'start',
    });
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Close';
    close.style.float = 'inline-end';
    close.addEventListener('click', () => overlay?.remove());
    const words = document.createElement('pre');
    Object.assign(words.style, { font: '0.85rem/1.4 ui-monospace, monospace', whiteSpace: 'pre-wrap', margin: '0' });
    words.textContent = text;
    overlay.append(close, words);
    document.body.append(overlay);
  };

  const events = new EventSource('/-/events');
  // A page that is loaded anew stands where it stood: browsers keep the place.
  events.addEventListener('built', () => location.reload());
  events.addEventListener('findings', (event) => show(event.data));
})();
