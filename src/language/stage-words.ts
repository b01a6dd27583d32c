/** What a stenographer hears and sees, as the value of `stage/@type`. */
export type StageType = 'applause' | 'laughter' | 'commotion' | 'silence' | 'voices' | 'entrance' | 'exit' | 'business';

/** Words of stage directions in the languages of records; the first that a direction contains decides its type. */
const words: readonly (readonly [StageType, RegExp])[] = [
  [
    'applause',
    /applau|ovation|cheer(?:s|ing)|clapping|beifall|applaus|bravo|аплодисмент|овац|taps|éljenzés|oklaski|aplauso/iu,
  ],
  [
    'laughter',
    /laugh|heiterkeit|gelächter|lachen|rires?(?!\p{L})|hilarité|смех|derültség|nevetés|śmiech|risas|risa(?!\p{L})/iu,
  ],
  [
    'commotion',
    /commotion|noise|uproar|disorder|animation|stir(?!\p{L})|murmur|agitation|unruhe|bewegung|lärm|bruit|mouvement|rumeurs|шум|оживлени|движени|zaj(?!\p{L})|mozgás|poruszenie/iu,
  ],
  ['silence', /silence|pause|stille|schweigen|молчани|тишин|пауза|csend/iu],
  [
    'voices',
    /voices?(?!\p{L})|shouts?|cries|exclamations?|zuruf|rufe(?!\p{L})|stimmen|voix|exclamations|голос|возглас|выкрик|közbeszólás/iu,
  ],
  [
    'entrance',
    /enters?(?!\p{L})|arrives?(?!\p{L})|tritt ein|erscheint|entre(?!\p{L})|arrive(?!\p{L})|входит|входят|belép/iu,
  ],
  [
    'exit',
    /leaves?(?!\p{L})|exits?(?!\p{L})|exeunt|departs?|verlä(?:ß|ss)t|geht ab|sort(?!\p{L})|quitte|выходит|уходит|kimegy/iu,
  ],
  [
    'business',
    /rings?(?!\p{L})|rises?(?!\p{L})|stands?(?!\p{L})|all rise|sits?(?!\p{L})|reads?(?!\p{L})|nods|bell(?!\p{L})|off the record|recess|adjourn|interrupt|erheben|erhebt|glocke|liest|unterbrech|unterbrochen|se lève|lit(?!\p{L})|звонок|встают|читает|перерыв/iu,
  ],
];

/** Longer remarks in brackets are asides of the text, not directions. */
const LONGEST = 120;

/**
 * The type of a stage direction, or its types, from the words between its brackets.
 *
 * @param inner the words without the brackets
 * @param strict true where running text surrounds the brackets: there only what is heard counts, since "(she reads
 *   much)" is an aside
 */
export function stageType(inner: string, strict: boolean): string | undefined {
  if (inner.length > LONGEST) return undefined;
  const found = words.find(([, pattern]) => pattern.test(inner))?.[0];
  if (found === undefined) return undefined;
  if (!strict) return allTypes(inner);
  const heard = found === 'applause' || found === 'laughter' || found === 'commotion' || found === 'voices';
  // A sentence with a name or a figure in it speaks of something; a direction names only what is heard.
  return heard && inner.split(/\s+/u).length <= 8 && !/\d/u.test(inner) ? allTypes(inner) : undefined;
}

/** All that a direction names, in its order: "(Laughter, applause)" is both. The vaguer types only stand alone. */
function allTypes(inner: string): string {
  const found = words
    .map(([type, pattern]) => ({ type, at: inner.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ type }) => type);
  const definite = found.filter((type) => type === 'applause' || type === 'laughter' || type === 'commotion');
  return definite.length > 0 ? definite.join(' ') : (found[0] ?? 'business');
}
