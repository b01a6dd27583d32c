import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkReferences } from '../../../src/validate/references/index.js';
import { collect, findingsOf, type Archive } from './archive.js';

const codes = (archive: Archive, checked?: readonly string[]): string[] =>
  findingsOf(archive, checked).map(({ code, actual }) => `${code} ${actual ?? ''}`);

describe('pointers as archives write them', () => {
  it('this edition: every pointer leads where it should', () => {
    const paths = ['tei', 'tei/register'].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.xml'))
        .map((name) => `${folder}/${name}`),
    );
    const files = paths.map((path) => collect(path, readFileSync(path, 'utf8')));
    expect(files.flatMap(({ pointers }) => pointers).length).toBeGreaterThan(500);
    expect(checkReferences(files, { editionFolder: '.', ids: () => true })).toEqual([]);
    for (const file of files) expect(checkReferences([file], { editionFolder: '.', ids: () => true })).toEqual([]);
  });

  it('a parliament’s debates', () => {
    const debate =
      '<u xml:id="u1" who="#NovakJan" ana="#chair"><note type="speaker">Novak</note>' +
      '<seg xml:id="u1.s1"><s><w xml:id="w1" msd="UPosTag=NOUN">a</w><linkGrp targFunc="head argument" type="UD-SYN">' +
      '<link ana="ud-syn:root" target="#w1 #w1"/></linkGrp></s></seg></u>';
    const corpus = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"><teiHeader>
      <listPrefixDef><prefixDef ident="ud-syn" matchPattern="(.+)" replacementPattern="#$1"/></listPrefixDef>
      <taxonomy xml:id="roles"><category xml:id="chair"/><category xml:id="root"/></taxonomy>
      <listOrg><org xml:id="party.A"><listEvent><event xml:id="gov.1"/></listEvent></org><org xml:id="party.B"/>
      <listRelation><relation name="coalition" mutual="#party.A #party.B" ana="#gov.1"/></listRelation></listOrg>
      <listPerson><person xml:id="NovakJan"><affiliation ref="#party.A" ana="#gov.1"/></person></listPerson>
      </teiHeader><xi:include href="2020/d.xml"/></teiCorpus>`;
    const archive = { 'corpus.xml': corpus, '2020/d.xml': debate };
    expect(codes(archive)).toEqual([]);
    expect(codes(archive, ['2020/d.xml'])).toEqual([
      'references/target-missing #NovakJan',
      'references/target-missing #chair',
      'references/prefix-undefined ud-syn:root',
    ]);
  });

  it('early books, with prefixes for images and characters', () => {
    const book = `<listPrefixDef>
      <prefixDef ident="tcp" matchPattern="([0-9\\-]+):([0-9IVX]+)" replacementPattern="http://example.org/?vid=$1&amp;page=$2"/>
      <prefixDef ident="char" matchPattern="(.+)" replacementPattern="https://example.org/chars.xml#$1"/></listPrefixDef>
      <pb facs="tcp:12345:1"/><g ref="char:EOLhyphen"/><gap reason="illegible" resp="#UOM"/>`;
    expect(codes({ 'A00001.xml': book })).toEqual(['references/target-missing #UOM']);
  });

  it('a play, with its cast, its editors and a text in two parts', () => {
    const play = `<respStmt xml:id="ed"><name>A</name></respStmt><taxonomy xml:id="t"><category xml:id="comedy"/></taxonomy>
      <catRef scheme="#t" target="#comedy"/><listPerson><person xml:id="anna"/><personGrp xml:id="all"/>
      <listRelation><relation name="siblings" mutual="#anna #all"/></listRelation></listPerson>
      <castItem corresp="#anna"><role>Anna</role></castItem><sp who="#anna #all"><lg xml:id="l1" part="I" next="#l2"/></sp>
      <sp who="#anna"><lg xml:id="l2" part="F" prev="#l1"/></sp><corr resp="#ed"/><stage who="#all"/>`;
    expect(codes({ 'play.xml': play })).toEqual([]);
  });

  it('manuscripts, with hands, surfaces, spans and a genesis', () => {
    const manuscript = `<handNote xml:id="mws"/><handNote xml:id="pbs"/><msDesc xml:id="ms"/><change xml:id="c1"/>
      <sourceDoc><surface xml:id="s1"><graphic url="https://example.org/1.jpg"/><zone xml:id="z1">
      <line><add hand="#pbs" change="#c1">a</add><delSpan spanTo="#end"/></line><anchor xml:id="end"/></zone></surface></sourceDoc>
      <text><pb facs="#s1"/><p corresp="#z1"><handShift new="#mws"/></p></text>`;
    expect(codes({ 'ms.xml': manuscript })).toEqual([]);
  });

  it('letters, with authority files of the web and of the archive', () => {
    const letter = `<correspAction><persName ref="https://d-nb.info/gnd/118540238"/><placeName ref="../register/places.xml#weimar"/>
      </correspAction><rs type="person" ref="#goethe">he</rs><witness xml:id="A"/><app><lem wit="#A"/><rdg wit="#A #B"/></app>
      <note target="#n1" resp="editor"/><ref target="#"/>`;
    const archive = { 'letters/1.xml': letter, 'register/places.xml': '<place xml:id="weimar"/>' };
    expect(codes(archive)).toEqual([
      'references/target-missing #goethe',
      'references/target-missing #B',
      'references/target-missing #n1',
      'references/file-not-here editor',
      'references/no-target #',
    ]);
    expect(codes({ 'letters/1.xml': letter })).toContain('references/file-not-here ../register/places.xml#weimar');
  });
});
