/** One case of a Markdown file: a document, and what is said of it. */
export interface ExplainCase {
  /** `elements.md:12 Bold type`. */
  readonly name: string;
  readonly title: string;
  readonly document: string;
  /** The schema's name without its ending; undefined for the edition's grammar. */
  readonly schema: string | undefined;
  readonly verbose: boolean;
  /** Lines of the document before those of the case. */
  readonly linesBefore: number;
  /** What is expected; undefined in a case that is new. */
  readonly said: string | undefined;
}

const TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">';
const FILE_DESC =
  '<fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc>';
const TEXT = '<text><body><p>a</p></body></text>';

/** What stands around the lines of a case, by the element that they stand in. */
const frames: Readonly<Record<string, readonly [before: string, after: string]>> = {
  body: [`${TEI}<teiHeader>${FILE_DESC}</teiHeader><text><body>\n`, '\n</body></text></TEI>'],
  teiHeader: [`${TEI}<teiHeader>\n`, `\n</teiHeader>${TEXT}</TEI>`],
  fileDesc: [`${TEI}<teiHeader><fileDesc>\n`, `\n</fileDesc></teiHeader>${TEXT}</TEI>`],
  file: ['', ''],
};

/**
 * Reads the cases of a file: a heading of the third level names the case, a fence `xml` has the document or a part of
 * it, a fence `said` what is expected. All other lines are prose for readers.
 */
export function readExplainCases(file: string, markdown: string): ExplainCase[] {
  const cases: ExplainCase[] = [];
  for (const section of markdown.matchAll(/^### (.+)\n([\s\S]*?)(?=^###? |$(?![\s\S]))/gmu)) {
    const [, title = '', body = ''] = section;
    const [, settings = '', xml] = /^```xml(.*)\n([\s\S]*?)\n```$/mu.exec(body) ?? [];
    const line = markdown.slice(0, section.index).split('\n').length;
    if (xml === undefined) throw new Error(`${file}:${line}: the case has no fence "xml".`);
    const setting = (key: string): string | undefined => new RegExp(`${key}=(\\S+)`, 'u').exec(settings)?.[1];
    const [before, after] = frames[setting('in') ?? 'body'] ?? ['', ''];
    cases.push({
      name: `${file}:${line} ${title}`,
      title,
      document: before + xml + after,
      schema: setting('schema'),
      verbose: setting('verbose') === 'true',
      linesBefore: before === '' ? 0 : 1,
      said: /^```said\n([\s\S]*?)\n```$/mu.exec(body)?.[1],
    });
  }
  return cases;
}

/** Puts what was said in the place of what was expected; a case without an expectation gets one. */
export function withSaid(markdown: string, title: string, said: string): string {
  const start = markdown.indexOf(`### ${title}\n`);
  const next = /\n##/u.exec(markdown.slice(start + 3));
  const end = next === null ? markdown.length : start + 3 + next.index;
  const section = markdown.slice(start, end).replace(/\n```said\n[\s\S]*?\n```\n?/u, '');
  const fence = `\`\`\`said\n${said}\n\`\`\`\n`;
  return `${markdown.slice(0, start)}${section.trimEnd()}\n\n${fence}${markdown.slice(end)}`;
}
