import type { Pattern } from '../patterns/pattern.js';

/** What an element holds (7.2): nothing, elements and text, or one value. */
export type ContentType = 'empty' | 'complex' | 'simple';

const order: readonly ContentType[] = ['empty', 'complex', 'simple'];
const known = new WeakMap<Pattern, ContentType | 'none'>();

/** The content type of a pattern, or undefined where it has none: where a value stands beside something else. */
export function contentTypeOf(pattern: Pattern): ContentType | undefined {
  const answer = known.get(pattern) ?? compute(pattern) ?? 'none';
  known.set(pattern, answer);
  return answer === 'none' ? undefined : answer;
}

function compute(pattern: Pattern): ContentType | undefined {
  switch (pattern.kind) {
    case 'value':
    case 'list':
      return 'simple';
    case 'data':
      return pattern.except === undefined || contentTypeOf(pattern.except) !== undefined ? 'simple' : undefined;
    case 'text':
    case 'element':
      return 'complex';
    case 'empty':
    case 'notAllowed':
      return 'empty';
    case 'attribute':
      return contentTypeOf(pattern.pattern) === undefined ? undefined : 'empty';
    case 'group':
      return together([pattern.first, pattern.rest]);
    case 'interleave':
      return together(pattern.members);
    case 'oneOrMore':
      return together([pattern.pattern, pattern.pattern]);
    case 'choice': {
      const types = pattern.members.map(contentTypeOf);
      const ranks = types.map((type) => (type === undefined ? -1 : order.indexOf(type)));
      return ranks.includes(-1) ? undefined : order[Math.max(...ranks)];
    }
  }
}

/** Parts that stand together: beside a value only what is empty may stand. */
function together(parts: readonly Pattern[]): ContentType | undefined {
  let result: ContentType = 'empty';
  for (const part of parts) {
    const type = contentTypeOf(part);
    if (type === undefined) return undefined;
    if (type === 'empty') continue;
    if (result !== 'empty' && (result === 'simple' || type === 'simple')) return undefined;
    result = type;
  }
  return result;
}
