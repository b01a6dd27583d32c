import { tagNameSpan } from '../../../tei/start-tag.js';
import type { ValueExpectation } from '../../relax-ng/fault.js';
import type { ExplainContext } from '../context.js';
import type { Explanation, FaultOf } from '../explanation.js';
import { attributeName, quoted, tag } from '../names.js';
import { someOf } from '../ranking.js';
import { likelySpelling } from '../spelling.js';
import { findAttribute } from '../start-tag.js';
import { describeDatatypes, kindOf } from './datatypes.js';
import { diagnoseDate } from './dates.js';
import type { Diagnosis } from './diagnosis.js';
import { diagnoseWord } from './words.js';

/** Longest value that a finding repeats for programs. */
const LONGEST_ACTUAL = 200;

/** Most values of a list that a message gives. */
const FEW_VALUES = 8;

/** Explains a value that an attribute cannot have. */
export function explainAttributeValue(fault: FaultOf<'attribute-value'>, context: ExplainContext): Explanation {
  const { attribute, value, expected, parent, offset } = fault;
  const where = parent === undefined ? '' : ` on ${tag(parent)}`;
  const name = attributeName(attribute);
  const written = findAttribute(context.text, offset, attribute);
  const span = written === undefined ? tagNameSpan(context.text, offset) : written.valueSpan;
  return {
    code: 'relax-ng/attribute-value',
    ...wordsFor(`@${name}${where}`, value, expected, context.verbose),
    // An empty value has no characters to mark.
    span: written !== undefined && span.start === span.end ? written.nameSpan : span,
    ...(parent === undefined ? {} : { page: parent }),
    actual: value.slice(0, LONGEST_ACTUAL),
  };
}

/** Explains an element whose text is no value that it can have. */
export function explainContentValue(fault: FaultOf<'content-value'>, context: ExplainContext): Explanation {
  const { value, expected, parent, offset, end } = fault;
  return {
    code: 'relax-ng/content-value',
    ...wordsFor(parent === undefined ? 'The text' : tag(parent), value, expected, context.verbose),
    span: { start: offset, end },
    ...(parent === undefined ? {} : { page: parent }),
    actual: value.slice(0, LONGEST_ACTUAL),
  };
}

function wordsFor(
  what: string,
  value: string,
  expected: ValueExpectation,
  verbose: boolean,
): Pick<Explanation, 'message' | 'help' | 'expected'> {
  const { reason, meant, advice } = diagnose(value, expected);
  const empty = value.trim() === '';
  const wrong = empty ? `${what} cannot be empty` : `${what} cannot be ${quoted(value)}`;
  const possible = possibleValues(expected, verbose);
  const because = reason === undefined ? wrong : `${wrong}: ${reason}`;
  const isSaid = meant === undefined && reason === undefined;
  const message =
    meant === undefined
      ? isSaid && possible !== ''
        ? `${wrong}; it must be ${possible}.`
        : `${because}.`
      : `${because}; did you mean ${quoted(meant)}?`;
  const names = meant === undefined ? expected.values : [meant, ...expected.values.filter((each) => each !== meant)];
  return {
    message,
    help: [...(advice === undefined ? [] : [advice]), ...(isSaid || possible === '' ? [] : [`Possible: ${possible}.`])],
    expected: verbose ? names : names.slice(0, FEW_VALUES),
  };
}

/** What a value may be, in words: the values of a list, and the kinds of value. */
function possibleValues(expected: ValueExpectation, verbose: boolean): string {
  const values = expected.values.filter((value) => value !== '').map((value) => quoted(value));
  const datatypes = expected.datatypes.length === 0 ? '' : describeDatatypes(expected);
  const listed = someOf(values, verbose, FEW_VALUES, 'or');
  const both = [...(listed === '' ? [] : [listed]), ...(datatypes === '' ? [] : [datatypes])].join(', or ');
  return expected.list && both !== '' ? `${both}; several are divided by blanks` : both;
}

function diagnose(value: string, expected: ValueExpectation): Diagnosis {
  if (value.trim() === '') return { advice: 'Give it a value, or leave it out.' };
  const wrong = expected.list ? wrongToken(value, expected) : value.trim();
  const near = likelySpelling(wrong, [expected.values]);
  if (near !== undefined && near !== wrong) return { meant: expected.list ? value.replace(wrong, near) : near };
  const diagnosis = diagnoseByKind(wrong, expected);
  // A good value of its kind, but not for this schema.
  return diagnosis.meant === wrong ? {} : diagnosis;
}

function diagnoseByKind(value: string, { datatypes, list }: ValueExpectation): Diagnosis {
  const kinds = datatypes.map(kindOf);
  const [kind] = kinds;
  if (kind === undefined) return {};
  if (kinds.every((each) => each === 'date')) return diagnoseDate(value);
  // In a list, blanks are what divides the words.
  if (list && kind === 'word') return {};
  const isOneKind = kinds.every((each) => each === kind || each === 'number' || each === 'whole-number');
  return isOneKind ? diagnoseWord(kind, value) : {};
}

/** Of a list of values the first that is none of those possible, where only values are. */
function wrongToken(value: string, { values, datatypes }: ValueExpectation): string {
  const tokens = value.split(/\s+/).filter((token) => token !== '');
  return (datatypes.length === 0 ? tokens.find((token) => !values.includes(token)) : undefined) ?? tokens[0] ?? value;
}
