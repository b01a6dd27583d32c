import { decodeReferences } from '../reading/xml-view.js';

/** An attribute of a page that leads somewhere. */
export interface PageLink {
  readonly attribute: string;
  /** The value, references decoded. */
  readonly address: string;
}

/** What the link check has to know of a page. */
export interface PageScan {
  readonly ids: readonly string[];
  readonly links: readonly PageLink[];
  /** Elements and attributes that could run code or bring styles of their own: none belongs on a page. */
  readonly active: readonly string[];
}

const LINKS: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'data', 'action', 'formaction', 'xlink:href']);

const ACTIVE_ELEMENTS: ReadonlySet<string> = new Set(
  'style iframe frame object embed applet base noscript template math foreignobject animate set use'.split(' '),
);

/**
 * Finds the ids and links of a page in one pass over its tags. It reads HTML as templates and stylesheets write
 * it (attributes quoted or without value) and treats everything else as browsers would: what stands after `<` and a
 * letter is a tag.
 */
export function scanHtml(html: string): PageScan {
  const ids: string[] = [];
  const links: PageLink[] = [];
  const active: string[] = [];
  let position = html.indexOf('<');
  while (position !== -1) {
    if (html.startsWith('<!--', position)) {
      const end = html.indexOf('-->', position + 4);
      position = end === -1 ? -1 : html.indexOf('<', end + 3);
      continue;
    }
    const tag = readTag(html, position);
    if (ACTIVE_ELEMENTS.has(tag.name) || (tag.name === 'form' && !isSearchForm(tag))) active.push(`<${tag.name}>`);
    if (tag.name === 'script') {
      const end = html.indexOf('</script', tag.end);
      if (!isHarmlessScript(tag, html.slice(tag.end + 1, end === -1 ? undefined : end))) active.push('<script>');
      position = end === -1 ? -1 : html.indexOf('<', end + 1);
      links.push(...linksOf(tag));
      continue;
    }
    for (const [name, value] of tag.attributes) {
      if (name === 'id') ids.push(value);
      if (name.startsWith('on') || name === 'style' || name === 'srcdoc' || name === 'srcset') active.push(`@${name}`);
    }
    links.push(...linksOf(tag));
    position = html.indexOf('<', tag.end);
  }
  return { ids, links, active };
}

interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly end: number;
}

/** A form that asks a page of the site by its address: it sends nothing, and opens nothing else. */
function isSearchForm({ attributes }: Tag): boolean {
  const value = (name: string): string | undefined => attributes.find(([each]) => each === name)?.[1];
  return (
    SITE_PAGE.test(value('action') ?? '') && !['method', 'enctype', 'target'].some((name) => value(name) !== undefined)
  );
}

/** A script of the site by its file, or data that no browser runs; nothing else. */
function isHarmlessScript({ attributes }: Tag, content: string): boolean {
  const value = (name: string): string | undefined => attributes.find(([each]) => each === name)?.[1];
  const names = attributes
    .map(([name]) => name)
    .sort()
    .join(' ');
  if (names === 'type') return value('type') === 'application/ld+json';
  return names === 'defer src' && SITE_SCRIPT.test(value('src') ?? '') && content.trim() === '';
}

function linksOf({ attributes }: Tag): PageLink[] {
  return attributes.filter(([name]) => LINKS.has(name)).map(([name, address]) => ({ attribute: name, address }));
}

/** The address of a page at the root of the site; a path to the root may stand before it. */
const SITE_PAGE = /^(?:(?:\.\.\/)*|\/(?:[^/:?#]+\/)*)[\w-]+\.html$/;

/** The address of a script in the site's own folder of scripts; a path to the root may stand before it. */
const SITE_SCRIPT = /^(?:(?:\.\.\/)*|\/(?:[^/:?#]+\/)*)assets\/(?:[\w-]+\/)*[\w-]+\.js$/;

const NAME_END = /[\s/>=]/y;
const BLANK = /\s/;

/** Reads the tag at `start`; an end tag, a declaration or a lone `<` is a tag without a name. */
function readTag(html: string, start: number): Tag {
  let position = start + 1;
  const nameEnd = endOfName(html, position);
  const name = html.slice(position, nameEnd).toLowerCase();
  if (!/^[a-z]/.test(name)) return { name: '', attributes: [], end: position };
  const attributes: (readonly [string, string])[] = [];
  position = nameEnd;
  while (position < html.length && html[position] !== '>') {
    const character = html[position] ?? '';
    if (BLANK.test(character) || character === '/') {
      position++;
      continue;
    }
    const end = Math.max(endOfName(html, position), position + 1);
    const attribute = html.slice(position, end).toLowerCase();
    position = skipBlanks(html, end);
    if (html[position] !== '=') {
      attributes.push([attribute, '']);
      continue;
    }
    position = skipBlanks(html, position + 1);
    const quote = html[position];
    const isQuoted = quote === '"' || quote === "'";
    const valueStart = isQuoted ? position + 1 : position;
    const found = isQuoted ? html.indexOf(quote, valueStart) : endOfName(html, valueStart);
    const valueEnd = found === -1 ? html.length : found;
    attributes.push([attribute, decodeReferences(html.slice(valueStart, valueEnd))]);
    position = isQuoted ? valueEnd + 1 : valueEnd;
  }
  return { name, attributes, end: position };
}

function endOfName(html: string, start: number): number {
  let position = start;
  for (; position < html.length; position++) {
    NAME_END.lastIndex = position;
    if (NAME_END.test(html)) break;
  }
  return position;
}

function skipBlanks(html: string, start: number): number {
  let position = start;
  while (BLANK.test(html[position] ?? '')) position++;
  return position;
}
