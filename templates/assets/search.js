'use strict';

/*
 * The search page. Pagefind finds, in one index for each language; this script asks them all and shows what they say.
 * The address holds the question, so that a search can be linked to and gone back to.
 */
(() => {
  /**
   * @typedef {{ location: number, balanced_score: number }} Hit
   * @typedef {{ element: string, id: string, location: number }} Anchor
   * @typedef {{ raw_url: string, content: string, raw_content: string, meta: Record<string, string>,
   *   filters: Record<string, string[]>, anchors: Anchor[], weighted_locations: Hit[] }} Fragment
   * @typedef {{ score: number, data: () => Promise<Fragment> }} Result
   * @typedef {Record<string, Record<string, number>>} Counts
   * @typedef {{ results: Result[], filters: Counts }} Answer
   * @typedef {{ search: (words: string | null, options: object) => Promise<Answer>, filters: () => Promise<Counts> }} Index
   * @typedef {{ words: string, sort: string, chosen: Record<string, string[]> }} Question
   * @typedef {{ id: string, start: number, end: number, hits: Hit[], score: number }} Place
   */

  const RESULTS_SHOWN = 10;
  const PLACES_SHOWN = 3;
  const MORE_PLACES = 50;
  const WORDS_SHOWN = 32;
  const LIST_LENGTH = 100;
  const WORDS_MARKED = 8;
  const KINDS = ['document', 'person', 'place', 'organisation'];
  /** A long text is no worse for being long: the entry of a name comes first, then texts, then entries that mention it. */
  const RANKING = { pageLength: 0 };
  const INLINE = new Set('a abbr b cite code del em i ins mark q s small span strong sub sup time u'.split(' '));

  const form = document.getElementById('page:search');
  // Browsers load no module from a disk: what the page says without this script holds.
  if (!(form instanceof HTMLFormElement) || location.protocol === 'file:') return;

  /** @type {Record<string, string | Record<string, string>>} */
  const messages = JSON.parse(form.dataset['words'] ?? '{}');
  const interfaceLanguage = document.documentElement.lang;
  const number = new Intl.NumberFormat(interfaceLanguage);
  const plural = new Intl.PluralRules(interfaceLanguage);
  const element = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (document.getElementById(`page:search-${name}`));
  const input = /** @type {HTMLInputElement} */ (element('words'));
  const sort = /** @type {HTMLSelectElement} */ (element('sort'));
  const status = element('count');
  const list = element('results');
  const more = element('more');
  const clear = element('clear');
  const facets = /** @type {HTMLElement[]} */ ([...form.querySelectorAll('[data-facet]')]);
  const names = facets.map((facet) => facet.dataset['facet'] ?? '');

  /**
   * A message; one with forms is chosen by `count`.
   * @param {string} key
   * @param {number} [count]
   */
  function say(key, count) {
    const found = messages[key] ?? '';
    const text = typeof found === 'string' ? found : (found[plural.select(count ?? 0)] ?? found['other'] ?? '');
    return text.replace('{count}', number.format(count ?? 0));
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} attributes
   * @param {(Node | string)[]} children
   */
  function make(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== '') made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  // ---- The question, in the address and in the form

  /** @returns {Question} */
  function questionOfAddress() {
    const parameters = new URLSearchParams(location.search);
    const chosen = names.map((name) => [name, parameters.getAll(name).filter((value) => value !== '')]);
    return {
      words: (parameters.get('q') ?? '').trim(),
      sort: parameters.get('sort') === 'date' ? 'date' : '',
      chosen: Object.fromEntries(chosen),
    };
  }

  /** @returns {Question} */
  function questionOfForm() {
    const data = new FormData(/** @type {HTMLFormElement} */ (form));
    const chosen = names.map((name) => [name, data.getAll(name).filter((value) => value !== '')]);
    return { words: input.value.trim(), sort: sort.value, chosen: Object.fromEntries(chosen) };
  }

  /** @param {Question} question */
  function addressOf({ words, sort: order, chosen }) {
    const parameters = new URLSearchParams();
    if (words !== '') parameters.set('q', words);
    for (const name of names) for (const value of chosen[name] ?? []) parameters.append(name, value);
    if (order !== '') parameters.set('sort', order);
    const query = parameters.toString();
    return location.pathname + (query === '' ? '' : `?${query}`);
  }

  // ---- The indexes

  /** @type {Promise<Index[]> | undefined} */
  let loaded;

  /**
   * Opens an index. Pagefind gives its worker five seconds to load, and does without it then, which the pages'
   * security policy forbids: where a line is slow, a second worker finds most of it in the browser's cache.
   * @param {{ createInstance: (options: object) => Index }} pagefind
   */
  async function open(pagefind, attempts = 3) {
    const index = pagefind.createInstance({ ranking: RANKING });
    try {
      // What can be filtered by is counted in answers from now on.
      await index.filters();
      return index;
    } catch (error) {
      if (attempts === 1) throw error;
      return open(pagefind, attempts - 1);
    }
  }

  /** Loads the indexes when they are first needed. Each comes with a copy of Pagefind: it knows one language's stems. */
  function indexes() {
    const languages = (form?.dataset['indexes'] ?? '').split(' ').filter((language) => language !== '');
    loaded ??= Promise.all(languages.map(async (language) => open(await import(`../search/${language}/pagefind.js`))));
    loaded.catch(() => (loaded = undefined));
    return loaded;
  }

  /** Scripts without blanks are divided into words, which Pagefind does only where the page is in such a language. */
  function divided(/** @type {string} */ words) {
    const script = [
      ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
      ['zh', /\p{Script=Han}/u],
      ['th', /\p{Script=Thai}/u],
    ].find(([, pattern]) => /** @type {RegExp} */ (pattern).test(words));
    if (script === undefined || typeof Intl.Segmenter !== 'function') return words;
    const segmenter = new Intl.Segmenter(String(script[0]), { granularity: 'word' });
    return [...segmenter.segment(words)].map(({ segment }) => segment).join(' ');
  }

  /** Words as they are compared: without accents, signs and capitals. */
  const folded = (/** @type {string} */ word) =>
    word
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();

  /**
   * The words of a text as Pagefind counts them: between blanks, or between zero-width spaces where it divided the
   * text itself.
   * @param {Fragment} fragment
   */
  function wordsOf({ content, raw_content: raw }) {
    if (!raw.includes('\u200b')) return content.split(/[^\S\uFEFF]+/);
    return raw.replaceAll('&lt;', '<').replaceAll('&gt;', '>').split('\u200b');
  }

  /** @type {Map<Index, Map<string, Promise<boolean>>>} */
  const known = new Map();

  /**
   * True for a word that an index has: some form of it, or a word that begins with it. For one that it has not,
   * Pagefind would answer with any word that is its beginning (`n` for `nagyon`), which nobody has asked for.
   * @param {Index} index
   * @param {string} word
   */
  function isKnown(index, word) {
    const ofIndex = known.get(index) ?? new Map();
    known.set(index, ofIndex);
    const answer = ofIndex.get(word) ?? lookUp(index, word);
    ofIndex.set(word, answer);
    return answer;
  }

  /**
   * @param {Index} index
   * @param {string} word
   */
  async function lookUp(index, word) {
    const exact = await index.search(`"${word}"`, {});
    if (exact.results.length > 0) return true;
    const [first] = (await index.search(word, {})).results;
    if (first === undefined) return false;
    const fragment = await first.data();
    const words = wordsOf(fragment);
    return fragment.weighted_locations.some((hit) => folded(words[hit.location] ?? '').startsWith(folded(word)));
  }

  /**
   * Asks one index.
   * @param {Index} index
   * @param {string | null} query
   * @param {object} options
   * @returns {Promise<Answer>}
   */
  async function askOne(index, query, options) {
    const words =
      query === null || /^\s*".+"\s*$/.test(query) ? [] : query.split(/\s+/).filter((word) => folded(word) !== '');
    const answers = await Promise.all(words.map((word) => isKnown(index, word)));
    return answers.includes(false) ? { results: [], filters: {} } : index.search(query, options);
  }

  /**
   * Asks every index.
   * @param {string} words
   * @param {Record<string, string[]>} chosen
   * @param {string} order
   */
  async function ask(words, chosen, order) {
    const filters = Object.fromEntries(
      Object.entries(chosen).flatMap(([name, values]) => (values.length === 0 ? [] : [[name, { any: values }]])),
    );
    const options = order === 'date' ? { filters, sort: { date: 'asc' } } : { filters };
    const query = words === '' ? null : divided(words);
    return Promise.all((await indexes()).map((index) => askOne(index, query, options)));
  }

  /**
   * The sums of what several indexes count.
   * @param {Counts[]} counts
   */
  function summed(counts) {
    /** @type {Counts} */
    const sums = {};
    for (const each of counts) {
      for (const [name, values] of Object.entries(each)) {
        const sum = (sums[name] ??= Object.create(null));
        for (const [value, count] of Object.entries(values)) sum[value] = (sum[value] ?? 0) + count;
      }
    }
    return sums;
  }

  /**
   * How many results each value of a facet would leave: the facet's own choice is left out of the question.
   * @param {Question} question
   * @param {Answer[]} answers
   */
  async function countsOf({ words, chosen }, answers) {
    const counts = summed(answers.map(({ filters }) => filters));
    for (const name of names.filter((each) => (chosen[each] ?? []).length > 0)) {
      const others = await ask(words, { ...chosen, [name]: [] }, '');
      const own = summed(others.map(({ filters }) => filters))[name];
      if (own !== undefined) counts[name] = own;
    }
    return counts;
  }

  /**
   * The results of all indexes in one order; texts are loaded as they are wanted.
   * @param {Answer[]} answers
   * @param {string} order
   */
  async function* inOrder(answers, order) {
    const rank = async (/** @type {Result | undefined} */ result) => {
      if (result === undefined) return Infinity;
      return order === 'date' ? Number((await result.data()).meta['order']) : -result.score;
    };
    const queues = await Promise.all(
      answers.map(async ({ results }) => ({ results, at: 0, rank: await rank(results[0]) })),
    );
    for (;;) {
      const next = queues.reduce((a, b) => (b.rank < a.rank ? b : a));
      const result = next.results[next.at];
      if (result === undefined) return;
      next.at += 1;
      next.rank = await rank(next.results[next.at]);
      yield result;
    }
  }

  // ---- One result

  /**
   * Where in a text the hits are: by the blocks that have addresses of their own.
   * @param {Fragment} fragment
   * @returns {Place[]}
   */
  function placesOf({ anchors, weighted_locations: hits }) {
    const blocks = anchors.filter((anchor) => !INLINE.has(anchor.element)).sort((a, b) => a.location - b.location);
    /** @type {Place[]} */
    const places = [];
    let at = -1;
    for (const hit of [...hits].sort((a, b) => a.location - b.location)) {
      const before = at;
      while (at + 1 < blocks.length && (blocks[at + 1]?.location ?? Infinity) <= hit.location) at += 1;
      const last = places.at(-1);
      // The title stands before all blocks; it is shown anyway.
      if (at === -1) continue;
      if (last !== undefined && at === before) {
        last.hits.push(hit);
        last.score += hit.balanced_score;
      } else {
        const [block, next] = [blocks[at], blocks[at + 1]];
        places.push({
          id: block?.id ?? '',
          start: block?.location ?? 0,
          end: next?.location ?? Infinity,
          hits: [hit],
          score: hit.balanced_score,
        });
      }
    }
    return places;
  }

  const CORE = /[\p{L}\p{N}](?:\S*[\p{L}\p{N}\p{M}])?/u;

  /**
   * The words around the hits of a place, and the words that were hit.
   * @param {string[]} words
   * @param {string} blank
   * @param {Place} place
   */
  function excerptOf(words, blank, { start, end, hits }) {
    const last = Math.min(end, words.length);
    const found = new Set(hits.map(({ location: at }) => at));
    // The stretch that begins a little before the first hit shows it in its sentence.
    const first = hits[0]?.location ?? start;
    const from = Math.max(start, Math.min(first - Math.floor(WORDS_SHOWN / 4), last - WORDS_SHOWN));
    const to = Math.min(last, from + WORDS_SHOWN);
    /** @type {(Node | string)[]} */
    const parts = from > start ? ['…', blank] : [];
    /** @type {Set<string>} */
    const marked = new Set();
    for (let at = from; at < to; at++) {
      const word = words[at] ?? '';
      const core = found.has(at) ? CORE.exec(word) : null;
      if (core === null) parts.push(word + blank);
      else {
        marked.add(core[0].normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
        parts.push(
          word.slice(0, core.index),
          make('mark', {}, core[0]),
          word.slice(core.index + core[0].length) + blank,
        );
      }
    }
    if (to < last) parts.push('…');
    return { parts, marked: [...marked] };
  }

  /**
   * @param {Fragment} fragment
   * @param {string} language
   */
  function placeList(fragment, language) {
    const words = wordsOf(fragment);
    const blank = fragment.raw_content.includes('\u200b') ? '' : ' ';
    const [page = '', ownId] = fragment.raw_url.split('#');
    const item = (/** @type {Place} */ place) => {
      const { parts, marked } = excerptOf(words, blank, place);
      const query = marked.slice(0, WORDS_MARKED).map((word) => `highlight=${encodeURIComponent(word)}`);
      const id = ownId ?? encodeURIComponent(place.id);
      const href = page + (query.length === 0 ? '' : `?${query.join('&')}`) + (id === '' ? '' : `#${id}`);
      return make('li', {}, make('a', { href, lang: language }, ...parts));
    };
    const places = placesOf(fragment);
    const best = new Set([...places].sort((a, b) => b.score - a.score).slice(0, PLACES_SHOWN));
    const others = places.filter((place) => !best.has(place)).slice(0, MORE_PLACES);
    const shown = make('ul', { class: 'search-places' }, ...places.filter((place) => best.has(place)).map(item));
    if (others.length === 0) return [shown];
    const rest = make('ul', { class: 'search-places' });
    const fold = make('details', {}, make('summary', {}, say('places', others.length)), rest);
    fold.addEventListener('toggle', () => rest.append(...others.map(item)), { once: true });
    return [shown, fold];
  }

  /** @param {Fragment} fragment */
  function resultItem(fragment) {
    const { meta, filters, raw_url: href } = fragment;
    const language = filters['language']?.[0] ?? form?.dataset['language'] ?? '';
    const isDocument = filters['kind']?.[0] === 'document';
    const facts = [...(filters['genre'] ?? []), meta['detail'] ?? ''];
    if (!isDocument) facts.unshift(say(`is.${filters['kind']?.[0] ?? ''}`));
    return make(
      'li',
      {},
      make('h2', {}, make('a', { href, lang: language }, meta['title'] ?? '')),
      make('p', { class: 'search-facts' }, facts.filter((fact) => fact !== '').join(' · ')),
      ...(isDocument ? placeList(fragment, language) : []),
    );
  }

  // ---- The facets

  const languageNames = new Intl.DisplayNames(interfaceLanguage, { type: 'language' });

  /**
   * A value of a facet in words.
   * @param {string} facet
   * @param {string} value
   */
  function valueLabel(facet, value) {
    if (facet === 'kind') return say(`kinds.${value}`);
    if (facet === 'year') return value.split('/').map(yearLabel).join('–');
    if (facet !== 'language') return value;
    try {
      return languageNames.of(value) ?? value;
    } catch {
      return value;
    }
  }

  /** Years before our era are counted with a year 0, which calendars have not. */
  function yearLabel(/** @type {string} */ value) {
    const year = Number(value);
    return year > 0 ? value : String(messages['beforeOurEra'] ?? '').replace('{year}', String(1 - year));
  }

  /**
   * The values of a facet as readers want them: years and kinds in their order, others by how much they would leave.
   * @param {string} facet
   * @param {Record<string, number>} counts
   * @param {string[]} chosen
   */
  function valuesOf(facet, counts, chosen) {
    const values = new Set([...Object.keys(counts).filter((value) => (counts[value] ?? 0) > 0), ...chosen]);
    const count = (/** @type {string} */ value) => counts[value] ?? 0;
    const byName = (/** @type {string} */ a, /** @type {string} */ b) =>
      valueLabel(facet, a).localeCompare(valueLabel(facet, b), interfaceLanguage);
    const sorted = [...values].sort((a, b) => {
      if (facet === 'year') return parseInt(a, 10) - parseInt(b, 10);
      if (facet === 'kind') return KINDS.indexOf(a) - KINDS.indexOf(b);
      return count(b) - count(a) || byName(a, b);
    });
    if (sorted.length <= LIST_LENGTH) return sorted;
    return [...new Set([...sorted.slice(0, LIST_LENGTH), ...chosen])];
  }

  /**
   * @param {Counts} counts
   * @param {Question} question
   */
  function showFacets(counts, { chosen }) {
    for (const facet of facets) {
      const name = facet.dataset['facet'] ?? '';
      const picked = chosen[name] ?? [];
      const own = counts[name] ?? {};
      const values = valuesOf(name, own, picked);
      const label = (/** @type {string} */ value) => valueLabel(name, value);
      facet.hidden = values.length < 2 && picked.length === 0;
      const select = facet.querySelector('select');
      if (select !== null) {
        const options = values.map((value) => {
          const text = `${label(value)} (${number.format(own[value] ?? 0)})`;
          return new Option(text, value, false, picked.includes(value));
        });
        select.replaceChildren(new Option(say('any'), ''), ...options);
        continue;
      }
      const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
      const had = focused !== null && facet.contains(focused) ? focused.value : undefined;
      for (const old of facet.querySelectorAll('label')) old.remove();
      for (const value of values) {
        const box = make('input', { type: 'checkbox', name, value });
        box.toggleAttribute('checked', picked.includes(value));
        const counted = make('span', { class: 'count' }, number.format(own[value] ?? 0));
        facet.append(make('label', {}, box, make('span', {}, label(value)), ' ', counted));
        if (value === had) box.focus();
      }
    }
    clear.hidden = Object.values(chosen).every((values) => values.length === 0);
  }

  // ---- The search

  let turn = 0;

  /** @type {AsyncGenerator<Result> | undefined} */
  let waiting;

  /** Shows some more results, and the button for the next ones where there are any. */
  async function showMore(/** @type {number} */ mine, /** @type {number} */ left) {
    const items = [];
    for (let count = 0; count < Math.min(RESULTS_SHOWN, left) && waiting !== undefined; count++) {
      const next = await waiting.next();
      if (next.done === true) break;
      items.push(resultItem(await next.value.data()));
    }
    if (mine !== turn) return;
    list.append(...items);
    const rest = left - items.length;
    more.hidden = rest <= 0;
    more.onclick = () => {
      const shown = list.children.length;
      void guarded(async () => {
        await showMore(mine, rest);
        /** @type {HTMLElement | null | undefined} */ (list.children[shown]?.querySelector('a'))?.focus();
      });
    };
  }

  /** @param {Question} question */
  async function search(question) {
    const mine = ++turn;
    const isIdle = question.words === '' && Object.values(question.chosen).every((values) => values.length === 0);
    status.textContent = say('loading');
    const answers = isIdle ? [] : await ask(question.words, question.chosen, question.sort);
    const counts = isIdle
      ? summed(await Promise.all((await indexes()).map((index) => index.filters())))
      : await countsOf(question, answers);
    if (mine !== turn) return;
    const total = answers.reduce((sum, { results }) => sum + results.length, 0);
    const searchable = Object.values(counts['kind'] ?? {}).reduce((sum, count) => sum + count, 0);
    showFacets(counts, question);
    list.replaceChildren();
    more.hidden = true;
    element('none').hidden = isIdle || total > 0;
    element('order').hidden = total < 2;
    waiting = inOrder(answers, question.sort);
    if (total > 0) await showMore(mine, total);
    if (mine !== turn) return;
    status.textContent = isIdle ? say('searchable', searchable) : total > 0 ? say('results', total) : say('none');
  }

  /** @param {() => Promise<void>} work */
  async function guarded(work) {
    try {
      await work();
    } catch {
      status.textContent = say('failed');
    }
  }

  /** Fills the form from the address and searches. */
  function start() {
    const question = questionOfAddress();
    input.value = question.words;
    sort.value = question.sort;
    void guarded(() => search(question));
  }

  /**
   * Searches for what the form says. What is still being typed replaces the address; what was decided is a step back.
   * @param {boolean} isDecided
   */
  function searchForm(isDecided) {
    const question = questionOfForm();
    const address = addressOf(question);
    if (address !== location.pathname + location.search) {
      if (isDecided) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    }
    void guarded(() => search(question));
  }

  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => searchForm(false), 250);
  });
  form.addEventListener('change', (event) => {
    if (event.target !== input) searchForm(true);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    searchForm(true);
  });
  clear.addEventListener('click', () => {
    history.pushState(null, '', addressOf({ ...questionOfForm(), chosen: {} }));
    start();
    input.focus();
  });
  window.addEventListener('popstate', start);

  element('elsewhere').hidden = true;
  form.hidden = false;
  start();
})();
