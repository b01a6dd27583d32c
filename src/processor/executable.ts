/** A node of SaxonJS's executable form (its stylesheet export file): a kind, properties, and what it is made of. */
interface ExecutableNode {
  N: string;
  C?: ExecutableNode[];
  [property: string]: string | ExecutableNode[] | undefined;
}

/** A compiled stylesheet that can reach nothing but its document. */
export interface HarmlessExecutable {
  readonly executable: string;
  /** The functions and instructions that were closed, with the lines of the stylesheet that they stand in. */
  readonly closed: readonly { readonly name: string; readonly line: number }[];
}

/** The code of the error that a closed function raises, in the namespace below. */
export const CLOSED = 'closed';
const NAMESPACE = 'urn:editio:schematron';

/** Functions of XPath and XSLT that read files, the network or the environment, or find others by name. */
const closedFunctions = new Set([
  ...['doc', 'doc-available', 'document', 'collection', 'uri-collection', 'unparsed-text', 'unparsed-text-lines'],
  ...['unparsed-text-available', 'json-doc', 'stream-available', 'environment-variable'],
  ...['available-environment-variables', 'transform', 'load-xquery-module', 'function-lookup', 'put'],
]);

const closedInstructions = new Set(['resultDoc', 'evaluate', 'sourceDoc', 'stream', 'import', 'xslStream']);

/** The extension functions of the processor that are XPath 3.1's own: maps, arrays, mathematics, calls of functions. */
const openExtensions =
  /^Q\{http:\/\/www\.w3\.org\/(?:2005\/xpath-functions(?:\/(?:map|array|math))?|2001\/XMLSchema)\}|^Q\{http:\/\/saxon\.sf\.net\/\}(?:apply|dynamic-error-info)$/;

/**
 * Closes what a compiled stylesheet could read, write or run beside its document. Each such call is replaced by an error,
 * which the stylesheet's own `try` reports; so one rule that looks into another file does not take the others along. The
 * compiled form is the place for it: whatever way an expression is written, here each function stands under its name.
 *
 * @param text the executable form, JSON.
 */
export function closeExecutable(text: string): HarmlessExecutable {
  const root = JSON.parse(text) as ExecutableNode;
  const closed: { name: string; line: number }[] = [];
  const visit = (node: ExecutableNode, line: number): void => {
    const own = typeof node['line'] === 'string' ? Number(node['line']) : line;
    const name = closedName(node);
    if (name !== undefined) {
      closed.push({ name, line: own });
      replace(node, name);
    } else if (isFunction(node, 'trace')) {
      // It would write to the terminal; its result is its first argument.
      node.N = 'sequence';
      node.C = node.C?.slice(0, 1) ?? [];
      delete node['name'];
    }
    for (const child of node.C ?? []) visit(child, own);
  };
  visit(root, 0);
  return { executable: sealed(root), closed };
}

function isFunction(node: ExecutableNode, name: string): boolean {
  return node.N === 'fn' && node['name'] === name;
}

/** The name of what has to be closed; undefined for a node that may stay. */
function closedName(node: ExecutableNode): string | undefined {
  const name = typeof node['name'] === 'string' ? node['name'] : '';
  switch (node.N) {
    case 'fn':
      return closedFunctions.has(name) ? name : undefined;
    case 'fnRef': {
      const local = name.replace(/^Q\{[^}]*\}/, '');
      return closedFunctions.has(local) || local === 'trace' ? local : undefined;
    }
    case 'ifCall':
      return openExtensions.test(name) ? undefined : name.replace(/^Q\{[^}]*\}/, '');
    default:
      return closedInstructions.has(node.N) || node.N.startsWith('ixsl') ? node.N : undefined;
  }
}

/** Puts `error(QName(…), name)` in the place of a node, whose part in its parent stays. */
function replace(node: ExecutableNode, name: string): void {
  const { role } = node;
  for (const property of Object.keys(node)) Reflect.deleteProperty(node, property);
  const string = (value: string): ExecutableNode => ({ N: 'str', val: value });
  node.N = 'fn';
  node['name'] = 'error';
  if (role !== undefined) node['role'] = role;
  node.C = [{ N: 'fn', name: 'QName', C: [string(NAMESPACE), string(CLOSED)] }, string(name)];
}

/** An executable with the checksum without which it does not run: the compiler itself makes none. */
export function sealExecutable(text: string): string {
  return sealed(JSON.parse(text) as ExecutableNode);
}

function sealed(root: ExecutableNode): string {
  root['Σ'] = checksum(root);
  return JSON.stringify(root);
}

/**
 * The checksum that the processor asks for: its own command line's, over the kinds and properties of all nodes, in 32-bit
 * arithmetic.
 */
function checksum(root: ExecutableNode): string {
  const spread = (text: string, start: number): number => {
    let value = start << 8;
    for (let index = 0; index < text.length; index++) value = (value << 1) + text.charCodeAt(index);
    return value;
  };
  let sum = 0;
  let number = 0;
  const add = (name: string, namespace: string): void => {
    sum ^= spread(name, number) ^ spread(namespace, number);
  };
  const visit = (node: ExecutableNode): void => {
    add(node.N, 'http://ns.saxonica.com/xslt/export');
    number++;
    for (const [property, value] of Object.entries(node)) {
      if (property === 'N' || property === 'C' || property === 'Σ' || typeof value !== 'string') continue;
      add(property, '');
      sum ^= spread(value, number);
    }
    node.C?.forEach(visit);
    sum ^= 1;
  };
  visit(root);
  return (sum < 0 ? 0x1_0000_0000 + sum : sum).toString(16);
}
