'use strict';

/*
 * What can be answered to a question: buttons for the answers that are proposed, and small forms for an editor's own.
 * Each calls `give` with the answer as the preview takes it.
 */
/* exported answerForms */

/**
 * @typedef {{ register: string, id: string, name?: string, forename?: string, nameLink?: string, surname?: string }} Entry
 * @typedef {{ says: string, rule: string, entry?: Entry }} Answer
 * @typedef {{ document: string, file: string, line: number, before: string, words: string, after: string, address: string }} Place
 * @typedef {{ id: string, kind: string, question: string, rule: string, asks?: string, places: Place[], answers: Answer[] }} Question
 * @typedef {(answer: object) => void} Give
 */
const answerForms = (() => {
  /** A date as ISO 8601 has it: the year, the month or the day. */
  const DATE = '-?[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?';

  /** What may be said not to be there, by what is asked. */
  const REFUSALS = /** @type {Record<string, [string, string][]>} */ ({
    person: [
      ['name', 'It is no name'],
      ['person', 'It is no person'],
    ],
    place: [
      ['name', 'It is no name'],
      ['place', 'It is no place'],
    ],
    organisation: [
      ['name', 'It is no name'],
      ['organisation', 'It is no organisation'],
    ],
    date: [['date', 'It is no date']],
    marker: [['note', 'It is no marker of a note']],
    reading: [['error', 'It is no error']],
  });

  /** An element with what it is made of. */
  function made(/** @type {string} */ name, properties = {}, /** @type {(Node | string)[]} */ ...content) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...content);
    return element;
  }

  function button(/** @type {string} */ words, /** @type {() => void} */ act, ground = '') {
    const element = made('button', { type: 'button' }, words);
    element.addEventListener('click', act);
    return made('div', { className: 'choice' }, element, ...(ground === '' ? [] : [made('small', {}, ground)]));
  }

  /** A field with its label before it. */
  function field(/** @type {string} */ words, properties = {}) {
    const input = /** @type {HTMLInputElement} */ (made('input', { type: 'text', autocomplete: 'off', ...properties }));
    return { input, label: made('label', {}, `${words} `, input) };
  }

  /** A form of fields that gives what `read` makes of them. */
  function form(
    /** @type {Node[]} */ content,
    /** @type {string} */ words,
    /** @type {() => void} */ send,
    ground = '',
  ) {
    const submit = made('button', { type: 'submit' }, words);
    const element = made('form', { className: 'choice' }, ...content, submit);
    if (ground !== '') element.append(made('small', {}, ground));
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      send();
    });
    return element;
  }

  function entryForm(/** @type {Entry} */ entry, /** @type {Answer} */ answer, /** @type {Give} */ give) {
    const id = field('Id', {
      value: entry.id,
      required: true,
      pattern: '[\\p{L}_][\\p{L}\\p{M}\\p{N}._\\-]*',
      title: 'letters, digits, “.”, “-” and “_”, beginning with a letter',
    });
    const isPerson = entry.register === 'persons';
    const parts = isPerson
      ? [
          field('Forename', { value: entry.forename ?? '' }),
          field('Surname', { value: [entry.nameLink, entry.surname].filter(Boolean).join(' ') }),
        ]
      : [field('Name', { value: entry.name ?? '', required: true })];
    return form(
      [...parts.map(({ label }) => label), id.label],
      'Add the entry',
      () => {
        const [first = '', second = ''] = parts.map(({ input }) => input.value.trim());
        const said = isPerson ? { forename: first, surname: second } : { name: first };
        give({
          entry: {
            id: id.input.value,
            ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')),
          },
        });
      },
      `${answer.says}. ${answer.rule}`,
    );
  }

  /** Another entry of the register, found by its name or id. */
  function registerForm(
    /** @type {string} */ asks,
    /** @type {Map<string, string>} */ names,
    /** @type {Give} */ give,
  ) {
    const other = field(`Another ${asks}`, { required: true, title: 'an entry of the register: its name or its id' });
    other.input.setAttribute('list', `register-${asks}`);
    other.input.addEventListener('input', () => other.input.setCustomValidity(''));
    return form([other.label], 'It is this one', () => {
      const id = names.get(other.input.value) ?? other.input.value;
      if ([...names.values()].includes(id)) give({ register: id });
      else {
        other.input.setCustomValidity('The register has no such entry.');
        other.input.reportValidity();
      }
    });
  }

  function dateForm(/** @type {Give} */ give) {
    const title = 'a year, a month or a day: 1956, 1956-10 or 1956-10-30';
    const date = { pattern: DATE, title, size: 11, placeholder: '1956-10-30' };
    const how = /** @type {HTMLSelectElement} */ (
      made(
        'select',
        {},
        made('option', { value: '' }, 'is'),
        made('option', { value: 'from to' }, 'lasts from … to'),
        made('option', { value: 'notBefore notAfter' }, 'lies between'),
      )
    );
    const first = field('Date', { ...date, required: true });
    const second = field('to', date);
    second.label.hidden = true;
    how.addEventListener('change', () => {
      second.label.hidden = how.value === '';
      first.input.required = how.value === '';
    });
    return form(
      [made('label', {}, 'The date ', how), first.label, second.label],
      'It is this date',
      () => {
        const [begins, ends] = how.value.split(' ');
        const bounds = [
          [begins, first.input.value],
          [ends, second.input.value],
        ].filter(([, value]) => value !== '');
        give({ date: how.value === '' ? first.input.value : Object.fromEntries(bounds) });
      },
      'As precise as the words are; the day of the Gregorian calendar.',
    );
  }

  function wordsForm(
    /** @type {string} */ label,
    /** @type {string} */ words,
    /** @type {string} */ key,
    /** @type {Give} */ give,
    value = '',
  ) {
    const text = field(label, { required: true, value });
    return form([text.label], words, () => give({ [key]: text.input.value }));
  }

  /** Everything that can be answered to a question, in the order of its likelihood. */
  function choices(
    /** @type {Question} */ question,
    /** @type {Record<string, Map<string, string>>} */ names,
    /** @type {Give} */ give,
  ) {
    const { answers, asks = '', places } = question;
    const own = [];
    if (names[asks] !== undefined && names[asks].size > 0) own.push(registerForm(asks, names[asks], give));
    if (asks === 'date') own.push(dateForm(give));
    if (asks === 'reading') own.push(wordsForm('It should read', 'Correct it so', 'correct', give, places[0]?.words));
    if (asks === 'marker') own.push(wordsForm('It is the marker of note', 'Attach that note', 'marker', give));
    const said = answers.map(({ says }) => says).join('\n');
    return [
      ...answers.map((answer, proposal) =>
        answer.entry === undefined
          ? button(answer.says, () => give({ proposal }), answer.rule)
          : entryForm(answer.entry, answer, give),
      ),
      ...own,
      ...(REFUSALS[asks] ?? [])
        .filter(([what]) => !(what === 'name' && said.includes('is no name')))
        .map(([what, words]) => button(words, () => give({ not: what }))),
    ];
  }

  return { made, choices };
})();
