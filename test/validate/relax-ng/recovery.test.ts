import { describe, expect, it } from 'vitest';
import { Automaton, compileSchema, validateText, type RelaxNgFault } from '../../../src/validate/relax-ng/index.js';

const schema = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><ref name="letter"/></start>
<define name="letter"><element name="letter"><ref name="opener"/><ref name="opening"/><oneOrMore><ref name="p"/></oneOrMore><optional><ref name="closer"/></optional></element></define>
<define name="opener"><element name="opener"><element name="date"><attribute name="when"><data type="date"/></attribute><text/></element><optional><element name="place"><text/></element></optional></element></define>
<define name="opening"><element name="opening"><text/></element></define>
<define name="p"><element name="p"><optional><attribute name="xml:id"><data type="ID"/></attribute></optional><optional><attribute name="next"><data type="IDREF"/></attribute></optional><optional><attribute name="kind"><choice><value>plain</value><value>verse</value></choice></attribute></optional><zeroOrMore><choice><text/><ref name="hi"/><ref name="n"/></choice></zeroOrMore></element></define>
<define name="hi"><element name="hi"><text/></element></define>
<define name="n"><element name="n"><data type="integer"/></element></define>
<define name="closer"><element name="closer"><choice><attribute name="who"/><attribute name="role"/></choice><text/></element></define>
</grammar>`;

const compiled = compileSchema('letter.rng', schema, () => undefined);
if ('fault' in compiled) throw new Error(compiled.fault.message);
const automaton = new Automaton(compiled.grammar);

const sound =
  '<letter><opener><date when="1958-04-17">d</date></opener><opening>Dear</opening><p>a</p><closer who="x">c</closer></letter>';

function faults(text: string): readonly RelaxNgFault[] {
  const result = validateText(automaton, text);
  if ('notWellFormed' in result) throw new Error(result.notWellFormed.message);
  return result.faults;
}

/** The faults of the sound letter with one thing replaced, in short. */
function after(from: string, to: string): string[] {
  expect(sound).toContain(from);
  return faults(sound.replace(from, to)).map((fault) => {
    switch (fault.kind) {
      case 'element-not-allowed': {
        const how = [
          ...(fault.known ? [] : ['unknown']),
          ...(fault.meant === undefined ? [] : [`meant ${fault.meant.local}`]),
          ...(fault.belongsBefore === undefined ? [] : [`belongs before ${fault.belongsBefore.local}`]),
          ...(fault.misplaced ? ['misplaced'] : []),
        ];
        return `${fault.element.local}: ${how.join(', ')}`;
      }
      case 'element-missing':
        return `missing ${fault.expected.required.map(({ local }) => local).join()} before ${fault.before?.local ?? 'end'}`;
      case 'text-not-allowed':
        return `text in ${fault.parent?.local ?? ''}`;
      case 'attribute-missing':
        return `${fault.oneOf ? 'one of ' : ''}@${fault.attributes.map(({ local }) => local).join()} missing`;
      case 'content-value':
        return `value ${fault.value}`;
      default:
        return `${fault.kind} @${fault.attribute.local}=${fault.value}`;
    }
  });
}

describe('after a fault the validation goes on', () => {
  it('with nothing to say of a sound document', () => {
    expect(faults(sound)).toEqual([]);
  });

  it.each([
    ['past an element that is missing', '<opening>Dear</opening>', '', ['missing opening before p']],
    ['past several', /<opener>.*<\/opening>/u.exec(sound)?.[0] ?? '', '', ['missing opener before p']],
    [
      'with an element that came too late as if it were in place',
      '<opening>Dear</opening><p>a</p>',
      '<p>a</p><opening>Dear</opening>',
      ['opening: belongs before p, misplaced'],
    ],
    [
      'with a misspelt element as what was meant',
      '<opening>Dear</opening>',
      '<openning>Dear</openning>',
      ['openning: unknown, meant opening'],
    ],
    [
      'inside a misspelt element',
      '<opener><date when="1958-04-17">d</date></opener>',
      '<Opener><date when="x">d</date></Opener>',
      ['Opener: unknown, meant opener', 'attribute-value @when=x'],
    ],
    [
      'as if an unknown element were not there',
      '<p>a</p>',
      '<figure><p>a <hi>b</hi></p></figure><p>a</p>',
      ['figure: unknown'],
    ],
    ['inside an unknown element', '<p>a</p>', '<figure><hi><p/></hi></figure><p>a</p>', ['figure: unknown', 'p: ']],
    ['as if a known element were not there', '<p>a</p>', '<p>a<closer who="x"/> b</p>', ['closer: ']],
    ['and does not call incomplete what has a stranger in it', '<date when="1958-04-17">d</date>', '<p>d</p>', ['p: ']],
    ['after text where none may stand, told once', '<opening>', 'stray<opening>', ['text in letter']],
    [
      'after an element that comes twice',
      '<opening>Dear</opening>',
      '<opening>Dear</opening><opening>Sir</opening>',
      ['opening: misplaced'],
    ],
    [
      'after attributes of the wrong name or value',
      '<p>a</p>',
      '<p lang="en" kind="prose"><hi n="1">a</hi></p>',
      ['attribute-not-allowed @lang=en', 'attribute-value @kind=prose', 'attribute-not-allowed @n=1'],
    ],
    ['after a missing attribute', ' when="1958-04-17"', '', ['@when missing']],
    ['after two attributes of which one may stand', 'who="x"', 'who="x" role="y"', ['attribute-not-allowed @role=y']],
    ['after neither of them', ' who="x"', '', ['one of @who,role missing']],
    ['after a value', '<p>a</p>', '<p>a <n>ten</n> <n>10</n></p>', ['value ten']],
    ['after an element in a value', '<p>a</p>', '<p>a <n>10<hi/></n></p>', ['hi: ']],
    [
      'to the identifiers',
      '<p>a</p>',
      '<p xml:id="a"/><p xml:id="a" next="b"/>',
      ['duplicate-id @id=a', 'missing-id @next=b'],
    ],
    [
      'through a whole letter',
      sound,
      '<letter><opener/><p/>x<closer/></letter>',
      ['missing date before end', 'missing opening before p', 'text in letter', 'one of @who,role missing'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(after(from, to)).toEqual(expected);
  });

  it('from another root', () => {
    expect(faults('<note><p>a <n>ten</n></p></note>').map(({ kind }) => kind)).toEqual([
      'element-not-allowed',
      'content-value',
    ]);
    expect(faults('<p>a<closer/></p>').map(({ kind }) => kind)).toEqual([
      'element-not-allowed',
      'element-not-allowed',
      'attribute-missing',
    ]);
  });

  it('and tells the place of each fault', () => {
    const text = sound.replace('<p>a</p>', '<p>a</p>\n stray <p><x>b</x></p>');
    const places = faults(text).map(({ offset, end, kind }) => [kind, text.slice(offset, end)]);
    expect(places).toEqual([
      ['text-not-allowed', '\n stray '],
      ['element-not-allowed', '<x'],
    ]);
  });
});
