import { describe, expect, it } from 'vitest';
import { serializeVocabulary, teiVocabulary } from '../../../src/schema/vocabulary.js';
import { needsData, teiText, withData } from './tei-data.js';

const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><edition>P5 <ref target="#X">Version</ref>
<ref target="../readme-9.1.0.html">9.1.0</ref></edition></teiHeader><text><body>
<div xml:id="CO"><head>Core</head><div><div xml:id="COPA"><head>Para<hi>graphs</hi></head></div></div>
<elementSpec ident="p" module="core"><gloss xml:lang="de">Absatz</gloss><gloss xml:lang="en">para
graph</gloss><desc xml:lang="fr">un paragraphe</desc><desc xml:lang="en">marks <gi>p</gi>.</desc>
<classes><memberOf key="att.global"/><memberOf key="model.pLike"/></classes>
<exemplum><desc xml:lang="en">no</desc></exemplum>
<listRef><ptr target="#COPA"/></listRef></elementSpec>
<elementSpec ident="ab" module="linking"><desc xml:lang="en">${'anonymous block '.repeat(20)}</desc></elementSpec>
</div></body></text></TEI>`;

describe('the vocabulary of the TEI', () => {
  it('has each element with its English words, section and model classes', () => {
    const { version, elements } = teiVocabulary(source);
    expect(version).toBe('9.1.0');
    expect(Object.keys(elements)).toEqual(['ab', 'p']);
    expect(elements['p']).toEqual({
      module: 'core',
      gloss: 'para graph',
      description: 'marks p',
      section: 'CO.html#COPA',
      title: 'Paragraphs',
      classes: ['model.pLike'],
    });
    expect(elements['ab']?.description).toMatch(/^(?:anonymous block )+…$|^(?:anonymous block )+anonymous …$/);
    expect(elements['ab']?.description.length).toBeLessThan(105);
  });

  it('is written with a line for each element, and reads back as it is', () => {
    const vocabulary = teiVocabulary(source);
    const json = serializeVocabulary(vocabulary);
    expect(JSON.parse(json)).toEqual(vocabulary);
    expect(json.split('\n')).toHaveLength(5);
  });

  // `vitest run -u` makes the file anew, for another version of the TEI.
  withData(`that is shipped is what the TEI’s source gives${needsData}`, async () => {
    const made = serializeVocabulary(teiVocabulary(teiText('p5subset.xml')));
    await expect(made).toMatchFileSnapshot('../../../schema/tei-vocabulary.json');
  });
});
