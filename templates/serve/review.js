'use strict';

/*
 * The questions of a review: each with its places and the answers to choose from. What is answered is sent to the
 * preview, which writes it into the edition; when that was built again, the questions are asked anew, and the page stays
 * where it is.
 */
/* global answerForms */
(() => {
  const { made, choices } = answerForms;

  const KINDS = /** @type {Record<string, string>} */ ({
    'ambiguous-name': 'Names that several can be',
    'unidentified-name': 'Names that no register has',
    note: 'Notes and markers',
    'suspected-error': 'Suspected errors',
    'date-without-value': 'Dates without a value',
    'unclosed-quotation': 'Quotations that do not close',
    'uncertain-name': 'Names found with doubt',
    'uncertain-date': 'Dates that the context gave',
    other: 'Other things that were noticed',
  });
  const AT_ONCE = 40;
  const PLACES_SHOWN = 5;
  const UNREACHED = 'The preview does not answer: see whether it still runs, and load this page again.';

  const token = document.querySelector('meta[name="editio-token"]')?.getAttribute('content') ?? '';
  const list = /** @type {HTMLElement} */ (document.getElementById('questions'));
  const state = /** @type {HTMLElement} */ (document.getElementById('state'));
  const editor = /** @type {HTMLSelectElement} */ (document.getElementById('editor'));
  const putOff = /** @type {HTMLInputElement} */ (document.getElementById('put-off'));

  /** Cards by the id of their question, and how many of a kind are shown. */
  const cards = new Map();
  const shown = new Map();
  /** Questions that were answered and wait for the build. */
  const pending = new Set();
  let isBuilding = false;
  /** What was said of the last answer, although it was written. */
  let notice = '';
  /** @type {Record<string, Map<string, string>>} */
  let names = {};
  /** @type {{ questions: Question[], editors: { id: string, name: string }[], registers: Record<string, { id: string, name: string }[]>, answered: Answered[] } | undefined} */
  let sheet;

  /** @typedef {{ id: string, question: string, says: string, written: { file: string, from: number, to: number }[], addresses: string[] }} Answered */

  /** What a browser remembers for this page; a browser may forbid it. */
  const memory = {
    /** @param {string} key @returns {string} */
    get: (key) => {
      try {
        return localStorage.getItem(`editio-${key}`) ?? '';
      } catch {
        return '';
      }
    },
    /** @param {string} key @param {string} value */
    set: (key, value) => {
      try {
        localStorage.setItem(`editio-${key}`, value);
      } catch {
        // It is asked again next time.
      }
    },
  };
  const later = new Set(memory.get('later').split(' '));

  function counted(/** @type {number} */ count, /** @type {string} */ one) {
    return `${count} ${one}${count === 1 ? '' : 's'}`;
  }

  /** The address of a place, with its words for browsers that mark them (URL Fragment Text Directives). */
  function addressOf(/** @type {{ address: string, before: string, words: string, after: string }} */ place) {
    const encoded = (/** @type {string} */ text) => encodeURIComponent(text).replace(/-/g, '%2D');
    const before = place.before.trim().split(' ').slice(-2).join(' ');
    const after = place.after.trim().split(' ').slice(0, 2).join(' ');
    const text = [
      ...(before === '' ? [] : [`${encoded(before)}-`]),
      encoded(place.words.trim()),
      ...(after === '' ? [] : [`-${encoded(after)}`]),
    ].join(',');
    return `/${place.address}${place.address.includes('#') ? '' : '#'}:~:text=${text}`;
  }

  /** What a response says in words: its findings, or, where these cannot be read, its text or what is wrong in general. */
  async function wordsOf(/** @type {Response} */ response) {
    const text = await response.text();
    try {
      /** @type {{ message: string, help?: string, file?: string, position?: { line: number } }[]} */
      const findings = JSON.parse(text).findings ?? [];
      return findings.map(({ message, help, file, position }) => {
        const place = file === undefined ? '' : `${file}${position === undefined ? '' : `:${position.line}`}: `;
        return `${place}${message}${help === undefined ? '' : ` ${help}`}`;
      });
    } catch {
      const isPlain = (response.headers.get('Content-Type') ?? '').startsWith('text/plain') && text.trim() !== '';
      return [isPlain ? text.trim() : `The preview did not answer as it should (${response.status}).`];
    }
  }

  /** Sends an answer; what goes wrong on the way is told in words, like a refusal. */
  async function send(/** @type {string} */ path, /** @type {object} */ body) {
    try {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Editio-Token': token },
        body: JSON.stringify(body),
      });
      return { isDone: response.ok, words: await wordsOf(response) };
    } catch {
      return { isDone: false, words: [`${UNREACHED} Then look whether this was written.`] };
    }
  }

  function placeItem(
    /** @type {Question['places'][number]} */ place,
    /** @type {number} */ index,
    isOneOfMany = false,
  ) {
    const words = [place.before, made('mark', {}, place.words), place.after];
    const link = made(
      'a',
      { href: addressOf(place), className: 'place-link' },
      `${place.document}, line ${place.line}`,
    );
    if (!isOneOfMany) return made('li', {}, ...words, ' ', link);
    const box = made('input', { type: 'checkbox', checked: true, value: String(index) });
    return made('li', {}, made('label', {}, box, ' ', ...words), ' ', link);
  }

  function placeList(/** @type {Question['places']} */ places) {
    const isOneOfMany = places.length > 1;
    const items = places.map((place, index) => placeItem(place, index, isOneOfMany));
    const rest = items.slice(PLACES_SHOWN);
    const more = made(
      'details',
      {},
      made('summary', {}, `${counted(rest.length, 'more place')}`),
      made('ul', { className: 'places' }, ...rest),
    );
    return [made('ul', { className: 'places' }, ...items.slice(0, PLACES_SHOWN)), ...(rest.length > 0 ? [more] : [])];
  }

  /** How certain an answer is, and why. */
  function reasonFields() {
    const cert = made(
      'select',
      { name: 'cert' },
      ...[
        ['', 'not said'],
        ['high', 'high'],
        ['medium', 'medium'],
        ['low', 'low'],
      ].map(([value, words]) => made('option', { value }, words ?? '')),
    );
    const note = made('input', { type: 'text', name: 'note', autocomplete: 'off' });
    return made(
      'details',
      { className: 'reasons' },
      made('summary', {}, 'How certain, and why'),
      made('label', {}, 'Certainty ', cert),
      made('label', {}, 'Reason ', note),
    );
  }

  function cardOf(/** @type {Question} */ question) {
    const heading = made('h3', { id: `h-${question.id}`, tabIndex: -1 }, question.question);
    const problem = made('p', { className: 'problem' });
    problem.setAttribute('role', 'alert');
    const card = made('article', { className: 'question', id: `q-${question.id}` });
    card.setAttribute('aria-labelledby', heading.id);
    const give = async (/** @type {object} */ answer) => {
      if (pending.has(question.id)) return;
      const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (card.querySelectorAll('.places input'))];
      const places = boxes.filter(({ checked }) => checked).map(({ value }) => Number(value));
      if (boxes.length > 0 && places.length === 0) {
        problem.textContent = 'Choose at least one place.';
        return;
      }
      const reason = (/** @type {string} */ name) =>
        /** @type {HTMLInputElement | null} */ (card.querySelector(`[name="${name}"]`))?.value.trim() ?? '';
      const said = { by: editor.value, cert: reason('cert'), note: reason('note') };
      const reasons = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
      mark(question.id, true);
      problem.textContent = '';
      const chosen = places.length === boxes.length ? {} : { places };
      const { isDone, words } = await send('/-/answers', { question: question.id, ...chosen, answer, ...reasons });
      if (!isDone) {
        mark(question.id, false);
        problem.textContent = words.join(' ');
        return;
      }
      isBuilding = true;
      notice = words.join(' ');
      moveOn(card);
      await refresh();
    };
    const leave = made('button', { type: 'button', className: 'later' }, 'Leave it for later');
    leave.addEventListener('click', () => {
      if (later.has(question.id)) later.delete(question.id);
      else later.add(question.id);
      memory.set('later', [...later].join(' '));
      moveOn(card);
      show();
    });
    card.append(
      heading,
      made('p', { className: 'rule' }, question.rule),
      ...placeList(question.places),
      made('div', { className: 'choices' }, ...choices(question, names, (answer) => void give(answer))),
      problem,
      made('div', { className: 'question-end' }, reasonFields(), leave),
    );
    return card;
  }

  /** A question that is answered waits, and can meanwhile not be answered again. */
  function mark(/** @type {string} */ id, /** @type {boolean} */ isPending) {
    if (isPending) pending.add(id);
    else pending.delete(id);
    const card = cards.get(id);
    card?.classList.toggle('pending', isPending);
    for (const each of card?.querySelectorAll('button') ?? []) each.disabled = isPending;
  }

  /** The keyboard goes on with the next question when one goes away. */
  function moveOn(/** @type {Element} */ card) {
    if (!card.contains(document.activeElement) && document.activeElement !== document.body) return;
    const all = [...list.querySelectorAll('.question:not(.pending)')];
    const next = all[all.indexOf(card) + 1] ?? all.find((each) => each !== card);
    /** @type {HTMLElement} */ (next?.querySelector('h3') ?? list).focus({ preventScroll: true });
  }

  function show() {
    if (sheet === undefined) return;
    const open = sheet.questions.filter(({ id }) => putOff.checked || !later.has(id));
    const groups = [];
    for (const [kind, title] of Object.entries(KINDS)) {
      const own = open.filter((question) => question.kind === kind);
      if (own.length === 0) continue;
      const limit = shown.get(kind) ?? AT_ONCE;
      const section = document.getElementById(`k-${kind}`) ?? made('section', { id: `k-${kind}` });
      const heading = made(
        'h2',
        { id: `kh-${kind}` },
        `${title} `,
        made('span', { className: 'count' }, String(own.length)),
      );
      section.setAttribute('aria-labelledby', heading.id);
      const more = made('button', { type: 'button' }, `Show more of ${own.length}`);
      more.addEventListener('click', () => {
        shown.set(kind, limit + AT_ONCE);
        show();
      });
      const firstCards = own.slice(0, limit).map((question) => {
        const card = cards.get(question.id) ?? cardOf(question);
        cards.set(question.id, card);
        return card;
      });
      put(section, [heading, ...firstCards, ...(own.length > limit ? [more] : [])]);
      groups.push({ section, title, count: own.length, id: `k-${kind}` });
    }
    put(
      list,
      groups.map(({ section }) => section),
    );
    const nav = /** @type {HTMLElement} */ (document.querySelector('.desk-kinds'));
    nav.hidden = groups.length < 2;
    const links = groups.map(({ id, title, count }) =>
      made('li', {}, made('a', { href: `#${id}` }, title), ` ${count}`),
    );
    nav.querySelector('ul')?.replaceChildren(...links);
    const waiting = sheet.questions.length - open.length;
    const left = waiting === 0 ? '' : `, ${waiting} left for later`;
    const count =
      open.length + waiting === 0 ? 'Nothing is left to decide.' : `${counted(open.length, 'question')}${left}.`;
    state.textContent = [count, notice, ...(isBuilding ? ['The edition is being built again …'] : [])].join(' ');
  }

  /** Brings the children of an element into an order; what stays is not moved, so that the page and the focus stay. */
  function put(/** @type {Element} */ parent, /** @type {Element[]} */ children) {
    for (const child of [...parent.children]) if (!children.includes(child)) child.remove();
    children.forEach((child, index) => {
      if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
    });
  }

  /** The passage that an address leads to, as the site has it now; nothing where it is no passage but a whole part. */
  async function passageAt(/** @type {string} */ address) {
    const [page = '', id = ''] = `/${address}`.split('#');
    const response = await fetch(page);
    if (!response.ok || id === '') return undefined;
    const site = new DOMParser().parseFromString(await response.text(), 'text/html');
    const passage = site.getElementById(decodeURIComponent(id));
    if (passage === null || (passage.textContent ?? '').length > 2000) return undefined;
    const copy = /** @type {Element} */ (document.importNode(passage, true));
    for (const each of copy.querySelectorAll('script, style, .tei-permalink, .tei-backlink, input')) each.remove();
    for (const each of [copy, ...copy.querySelectorAll('[id]')]) each.removeAttribute('id');
    for (const link of copy.querySelectorAll('a[href]')) {
      link.setAttribute('href', new URL(link.getAttribute('href') ?? '', new URL(page, location.href)).href);
    }
    return made('blockquote', { className: 'text' }, copy);
  }

  function answeredItem(/** @type {Answered} */ answer) {
    const where = answer.written
      .map(({ file, from, to }) =>
        to < from ? `${file} said so already` : `${file}, line ${from}${to > from ? `–${to}` : ''}`,
      )
      .join('; ');
    const problem = made('p', { className: 'problem' });
    problem.setAttribute('role', 'alert');
    const back = made('button', { type: 'button' }, 'Take it back');
    back.setAttribute('aria-label', `Take it back: ${answer.says}`);
    back.addEventListener('click', () => {
      void send('/-/answers/taken-back', { id: answer.id }).then(async ({ isDone, words }) => {
        problem.textContent = words.join(' ');
        if (!isDone) return;
        isBuilding = true;
        list.focus({ preventScroll: true });
        pending.clear();
        await refresh();
      });
    });
    const [address] = answer.addresses;
    const link = address === undefined ? [] : [made('a', { href: `/${address}` }, 'See it in the text'), ' '];
    const item = made(
      'li',
      {},
      made('p', {}, made('strong', {}, answer.says), ` — ${answer.question}`),
      made('p', { className: 'rule' }, `Written: ${where}. `, ...link),
      back,
      problem,
    );
    item.dataset['answer'] = answer.id;
    return item;
  }

  /** For what is only comfort: a passage that cannot be fetched is not shown. */
  const ignored = () => undefined;

  /** The answers of the running preview; the newest ones with the text as it reads now. */
  function showAnswered(/** @type {Answered[]} */ answered) {
    const section = /** @type {HTMLElement} */ (document.getElementById('answered'));
    const items = section.querySelector('ul');
    section.hidden = answered.length === 0;
    if (items === null) return;
    const known = new Map(
      [...items.children].map((item) => [/** @type {HTMLElement} */ (item).dataset['answer'], item]),
    );
    put(
      items,
      answered.map((answer) => known.get(answer.id) ?? answeredItem(answer)),
    );
    // What the site has is of before, until it is built again.
    if (isBuilding) return;
    for (const [index, answer] of answered.slice(0, 3).entries()) {
      const [address] = answer.addresses;
      if (address === undefined) continue;
      void passageAt(address).then((passage) => {
        const item = items.children[index];
        item?.querySelector('blockquote')?.remove();
        if (passage !== undefined) item?.insertBefore(passage, item.querySelector('button'));
      }, ignored);
    }
  }

  function listNames(/** @type {Record<string, { id: string, name: string }[]>} */ registers) {
    const asked = {
      person: registers['persons'],
      place: registers['places'],
      organisation: registers['organisations'],
    };
    names = {};
    for (const [asks, entries = []] of Object.entries(asked)) {
      names[asks] = new Map(entries.map(({ id, name }) => [`${name} (${id})`, id]));
      const id = `register-${asks}`;
      const datalist = document.getElementById(id) ?? document.body.appendChild(made('datalist', { id }));
      datalist.replaceChildren(...[...names[asks].keys()].map((value) => made('option', { value })));
    }
  }

  function listEditors(/** @type {{ id: string, name: string }[]} */ editors) {
    if (editor.options.length > 0 || editors.length === 0) return;
    editor.append(
      made('option', { value: '' }, 'nobody named'),
      ...editors.map(({ id, name }) => made('option', { value: id }, name)),
    );
    const [only, ...others] = editors;
    editor.value = memory.get('editor') || (others.length === 0 ? (only?.id ?? '') : '');
    if (editor.selectedIndex === -1) editor.value = '';
    /** @type {HTMLElement} */ (editor.closest('.desk-editor')).hidden = false;
  }

  /** Asks for the questions as they are now; where that fails, those that are shown stay. */
  async function refresh() {
    let now;
    try {
      const response = await fetch('/-/questions');
      if (!response.ok) {
        state.textContent = `The questions cannot be gathered. ${(await wordsOf(response)).join(' ')}`;
        return;
      }
      now = await response.json();
    } catch {
      state.textContent = `The questions cannot be gathered. ${UNREACHED}`;
      return;
    }
    sheet = now;
    listNames(now.registers);
    listEditors(now.editors);
    const asked = new Set(now.questions.map((/** @type {Question} */ { id }) => id));
    for (const id of [...cards.keys()]) if (!asked.has(id)) cards.delete(id);
    for (const id of [...pending]) if (!asked.has(id)) pending.delete(id);
    show();
    showAnswered(now.answered);
  }

  editor.addEventListener('change', () => memory.set('editor', editor.value));
  putOff.addEventListener('change', show);
  document.addEventListener('preview:built', (event) => {
    event.preventDefault();
    isBuilding = false;
    for (const id of [...pending]) mark(id, false);
    void refresh();
  });
  document.addEventListener('preview:findings', () => {
    isBuilding = false;
    for (const id of [...pending]) mark(id, false);
    void refresh().then(() => (state.textContent = 'The edition has errors: see below.'));
  });
  void refresh();
})();
