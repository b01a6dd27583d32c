import { SchemaError } from './schema-fault.js';
import { trimmed, type SchemaElement } from './schema-tree.js';

/** How the content of an element of the full syntax is made (RELAX NG, section 3). */
type Content =
  | { readonly kind: 'none' }
  | { readonly kind: 'text' }
  | { readonly kind: 'patterns'; readonly least: number; readonly most?: number; readonly nameFirst?: boolean }
  | { readonly kind: 'names'; readonly least: number; readonly most?: number; readonly only?: string }
  | { readonly kind: 'parts'; readonly of: readonly string[] }
  | { readonly kind: 'data' };

interface Rule {
  readonly attributes: readonly string[];
  readonly required?: readonly string[];
  readonly content: Content;
}

const patterns = (least = 1, most?: number): Content => ({
  kind: 'patterns',
  least,
  ...(most === undefined ? {} : { most }),
});
const none: Content = { kind: 'none' };

const patternRules: Readonly<Record<string, Rule>> = {
  element: { attributes: ['name'], content: { kind: 'patterns', least: 1, nameFirst: true } },
  attribute: { attributes: ['name'], content: { kind: 'patterns', least: 0, most: 1, nameFirst: true } },
  group: { attributes: [], content: patterns() },
  interleave: { attributes: [], content: patterns() },
  choice: { attributes: [], content: patterns() },
  optional: { attributes: [], content: patterns() },
  zeroOrMore: { attributes: [], content: patterns() },
  oneOrMore: { attributes: [], content: patterns() },
  list: { attributes: [], content: patterns() },
  mixed: { attributes: [], content: patterns() },
  ref: { attributes: ['name'], required: ['name'], content: none },
  parentRef: { attributes: ['name'], required: ['name'], content: none },
  empty: { attributes: [], content: none },
  text: { attributes: [], content: none },
  notAllowed: { attributes: [], content: none },
  value: { attributes: ['type'], content: { kind: 'text' } },
  data: { attributes: ['type'], required: ['type'], content: { kind: 'data' } },
  externalRef: { attributes: ['href'], required: ['href'], content: none },
  grammar: { attributes: [], content: { kind: 'parts', of: ['start', 'define', 'div', 'include'] } },
};

const partRules: Readonly<Record<string, Rule>> = {
  start: { attributes: ['combine'], content: patterns(1, 1) },
  define: { attributes: ['name', 'combine'], required: ['name'], content: patterns() },
  div: { attributes: [], content: { kind: 'parts', of: ['start', 'define', 'div', 'include'] } },
  include: { attributes: ['href'], required: ['href'], content: { kind: 'parts', of: ['start', 'define', 'div'] } },
};

const nameRules: Readonly<Record<string, Rule>> = {
  name: { attributes: [], content: { kind: 'text' } },
  anyName: { attributes: [], content: { kind: 'names', least: 0, most: 1, only: 'except' } },
  nsName: { attributes: [], content: { kind: 'names', least: 0, most: 1, only: 'except' } },
  choice: { attributes: [], content: { kind: 'names', least: 1 } },
  except: { attributes: [], content: { kind: 'names', least: 1 } },
};

const COMMON = ['ns', 'datatypeLibrary'];
const NCNAME = /^[\p{L}_][\p{L}\p{M}\p{N}._\-\u00B7]*$/u;

/**
 * Checks that a schema follows the full syntax (section 3): which elements and attributes stand where.
 *
 * @throws SchemaError at the first place that does not.
 */
export function checkSyntax(root: SchemaElement): void {
  checkPattern(root);
}

function checkPattern(element: SchemaElement): void {
  const rule = patternRules[element.name];
  if (rule === undefined) fail(element, `<${element.name}> is no pattern of RELAX NG`);
  checkAttributes(element, rule);
  checkContent(element, rule.content);
}

function checkAttributes(element: SchemaElement, rule: Rule): void {
  for (const [name, value] of element.attributes) {
    if (!rule.attributes.includes(name) && !COMMON.includes(name)) {
      fail(element, `<${element.name}> has no attribute ${name}`);
    }
    if (name === 'combine' && value !== 'choice' && value !== 'interleave') {
      fail(element, `combine is "choice" or "interleave", not "${value}"`);
    }
    if ((name === 'type' || (name === 'name' && !isNamed(element))) && !NCNAME.test(value)) {
      fail(element, `"${value}" is no name`);
    }
    if (name === 'datatypeLibrary') checkLibrary(element, value);
  }
  for (const name of rule.required ?? []) {
    if (!element.attributes.has(name)) fail(element, `<${element.name}> needs the attribute ${name}`);
  }
}

/** The address of a library is an absolute URI without fragment, or empty (4.3). */
function checkLibrary(element: SchemaElement, value: string): void {
  if (value !== '' && !/^[A-Za-z][A-Za-z0-9+.-]*:(?:[^#%]|%[0-9A-Fa-f]{2})+$/u.test(value)) {
    fail(element, `"${value}" is no address of a datatype library: it is absolute and has no fragment`);
  }
}

/** Elements whose attribute `name` is a qualified name. */
function isNamed({ name }: SchemaElement): boolean {
  return name === 'element' || name === 'attribute';
}

function checkContent(element: SchemaElement, content: Content): void {
  if (content.kind !== 'text' && trimmed(element.text) !== '') {
    fail(element, `text stands in <${element.name}>, which holds none: "${trimmed(element.text).slice(0, 40)}"`);
  }
  switch (content.kind) {
    case 'none':
    case 'text':
      checkCount(element, element.children, 0, 0);
      return;
    case 'data':
      checkData(element);
      return;
    case 'parts':
      for (const child of element.children) checkPart(child, content.of);
      return;
    case 'names':
      checkCount(element, element.children, content.least, content.most);
      for (const child of element.children) checkNameClass(child, content.only);
      return;
    case 'patterns': {
      const ownName = content.nameFirst === true && !element.attributes.has('name');
      const [first, ...others] = element.children;
      if (ownName) {
        if (first === undefined) fail(element, `<${element.name}> needs a name`);
        checkNameClass(first);
      }
      const children = ownName ? others : element.children;
      checkCount(element, children, content.least, content.most);
      children.forEach(checkPattern);
    }
  }
}

function checkCount(
  parent: SchemaElement,
  children: readonly SchemaElement[],
  least: number,
  most = Number.POSITIVE_INFINITY,
): void {
  if (children.length < least) fail(parent, `<${parent.name}> lacks its content`);
  const extra = children[most];
  if (extra !== undefined) fail(extra, `<${extra.name}> is too much in <${parent.name}>`);
}

function checkPart(element: SchemaElement, allowed: readonly string[]): void {
  const rule = partRules[element.name];
  if (rule === undefined || !allowed.includes(element.name)) {
    fail(element, `<${element.name}> cannot stand here: ${allowed.map((name) => `<${name}>`).join(', ')} can`);
  }
  checkAttributes(element, rule);
  // The parts of a div inside an include are those of the include.
  checkContent(element, element.name === 'div' ? { kind: 'parts', of: allowed } : rule.content);
}

function checkNameClass(element: SchemaElement, only?: string): void {
  const rule = nameRules[element.name];
  if (rule === undefined || (only === undefined ? element.name === 'except' : element.name !== only)) {
    fail(element, `<${element.name}> is no name class of RELAX NG at this place`);
  }
  checkAttributes(element, rule);
  checkContent(element, rule.content);
}

function checkData(element: SchemaElement): void {
  element.children.forEach((child, index) => {
    if (child.name === 'param') {
      if (!child.attributes.has('name')) fail(child, '<param> needs the attribute name');
      checkAttributes(child, { attributes: ['name'], content: { kind: 'text' } });
      checkCount(child, child.children, 0, 0);
    } else if (child.name === 'except' && index === element.children.length - 1) {
      checkAttributes(child, { attributes: [], content: patterns() });
      checkContent(child, patterns());
    } else {
      fail(child, `<${child.name}> cannot stand in <data>: <param>s can, and one <except> after them`);
    }
  });
}

function fail(element: SchemaElement, message: string): never {
  throw new SchemaError({ path: element.path, offset: element.offset, message });
}
