import type { DiagnosticCode } from '../../../diagnostics/catalogue.js';

/** One complaint of libxml2, understood. */
export interface Complaint {
  /** 1-based line of the element's start tag (of its end, where the tag takes several lines). */
  readonly line: number;
  readonly element: string;
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help: string;
  readonly attribute?: string;
  readonly expected?: readonly string[];
  /** The element that stands where it may not. */
  readonly unexpected?: string;
}

type Reading = Omit<Complaint, 'line' | 'element'>;

interface Rule {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, element: string) => Reading;
}

const where = 'See the element in the TEI Guidelines, or ask the schema what may stand there.';

/** What libxml2 says, and what it means. */
const rules: readonly Rule[] = [
  {
    pattern: /^Expecting element (\S*), got (?!nothing)(\S+)$/,
    read: ([, expected = '', actual = ''], element) => ({
      code: 'relax-ng/element-not-allowed',
      message: `Here stands <${actual || element}>, where the schema wants <${expected}>.`,
      help: 'Put the wanted element first, or take this one away.',
      expected: [expected],
      unexpected: actual,
    }),
  },
  {
    pattern: /^Expecting an? ?element (\S*) ?, ?got nothing$|^Expecting element (\S+), got nothing$/,
    read: ([, first = '', second = ''], element) => {
      const expected = first || second;
      return {
        code: 'relax-ng/element-missing',
        message: `<${element}> is not complete: ${expected === '' ? 'an element that it must hold' : `<${expected}>`} is missing in it or after its last one.`,
        help: where,
        ...(expected === '' ? {} : { expected: [expected] }),
      };
    },
  },
  {
    pattern:
      /^Did not expect element (\S+) there$|^Element \S+ has extra content: (?!text$)(\S+)$|^Extra element (\S+) in interleave$/,
    read: ([, first, second, third]) => {
      const unexpected = first ?? second ?? third ?? '';
      return {
        code: 'relax-ng/element-not-allowed',
        message: `<${unexpected}> may not stand here: no such element in its parent, or not at this place among the others.`,
        help: where,
        unexpected,
      };
    },
  },
  {
    pattern: /^Did not expect text in element (\S+) content$|^Element (\S+) has extra content: text$/,
    read: ([, first, second]) => ({
      code: 'relax-ng/text-not-allowed',
      message: `Text stands directly in <${first ?? second ?? ''}>, which holds elements only.`,
      help: 'Put the text into an element, such as <p>.',
    }),
  },
  {
    pattern: /^Invalid attribute (\S+) for element (\S+)$/,
    read: ([, attribute = '', element = '']) => ({
      code: 'relax-ng/attribute-not-allowed',
      message: `The attribute ${attribute} is not allowed on <${element}>, or not with this value.`,
      help: `See the attributes of <${element}> in the TEI Guidelines, and which values ${attribute} takes.`,
      attribute,
    }),
  },
  {
    pattern: /^Element (\S+) failed to validate attributes$/,
    read: ([, element = '']) => ({
      code: 'relax-ng/attribute-missing',
      message: `<${element}> lacks an attribute that it must have.`,
      help: `See the attributes of <${element}> in the TEI Guidelines.`,
    }),
  },
  {
    pattern: /^(?:Type \S+ doesn't allow value|Error validating (?:datatype|value)|Value .* (?:is|are) )/,
    read: (match, element) => ({
      code: 'relax-ng/content-value',
      message: `A value of <${element}> is not of the kind that the schema wants (${match.input}).`,
      help: where,
    }),
  },
];

const complaintLine = /^([^:]+):(-?\d+): element ([^:\s]+): Relax-NG validity error : (.*)$/;

/**
 * Reads libxml2's report on several files.
 *
 * @returns the complaints about each file by its name, and the names of the files that it found valid.
 */
export function readMessages(output: string): { complaints: Map<string, Complaint[]>; valid: Set<string> } {
  const complaints = new Map<string, Complaint[]>();
  const valid = new Set<string>();
  const said = new Set<string>();
  for (const line of output.split('\n')) {
    const verdict = /^(\S+) validates$/.exec(line.trim())?.[1];
    if (verdict !== undefined) valid.add(verdict);
    const [, file, number, element, message] = complaintLine.exec(line) ?? [];
    if (file === undefined || element === undefined || message === undefined) continue;
    const complaint: Complaint = { line: Number(number), element, ...understand(message.trim(), element) };
    // libxml2 says the same thing again of each pattern that it tried.
    const key = `${file}\n${number ?? ''}\n${complaint.message}`;
    if (said.has(key)) continue;
    said.add(key);
    const found = complaints.get(file) ?? [];
    found.push(complaint);
    complaints.set(file, found);
  }
  return { complaints, valid };
}

function understand(message: string, element: string): Reading {
  for (const { pattern, read } of rules) {
    const match = pattern.exec(message);
    if (match !== null) return read(match, element);
  }
  return { code: 'relax-ng/invalid', message: `<${element}> is not as the schema wants it: ${message}.`, help: where };
}
