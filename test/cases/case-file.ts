/** One case of a Markdown file: a text, and the TEI that is expected of it. */
export interface Case {
  /** `lines.md:12 A hyphen that is a dash`. */
  readonly name: string;
  readonly text: string;
  /** What the sidecar says: `language=de genre=letter`, from behind the fence's opening. */
  readonly settings: Readonly<Record<string, string>>;
  /** The `body` and `back` without ids, or the part of the header that `header=` names. */
  readonly expected?: string;
  /** The codes of the findings that are expected, in order, where the case lists them. */
  readonly findings?: readonly string[];
}

/**
 * Reads the cases of a file: a heading of the third level names the case, a fence `text` has the source, `tei` the
 * expected encoding, `findings` the codes of the diagnostics. All other lines are prose for readers. In the source `¶`
 * at a line's end is a form feed behind it.
 */
export function readCases(file: string, markdown: string): Case[] {
  const cases: { -readonly [Key in keyof Case]: Case[Key] }[] = [];
  const lines = markdown.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const current = cases.at(-1);
    if (line.startsWith('### ')) cases.push({ name: `${file}:${i + 1} ${line.slice(4)}`, text: '', settings: {} });
    const fence = /^```(text|tei|findings)(.*)$/u.exec(line);
    if (fence === null || current === undefined) continue;
    const end = lines.indexOf('```', i + 1);
    if (end === -1) throw new Error(`${file}:${i + 1}: this fence never closes.`);
    const content = lines.slice(i + 1, end).join('\n');
    if (fence[1] === 'tei') current.expected = content;
    else if (fence[1] === 'findings') current.findings = content.split('\n').filter((code) => code !== '');
    else {
      current.text = `${content.replace(/¶$/gmu, '\f')}\n`;
      current.settings = Object.fromEntries([...(fence[2] ?? '').matchAll(/(\w+)=(\S+)/gu)].map(([, key = '', value = '']) => [key, value]));
    }
    i = end;
  }
  return cases;
}

/** Puts what was found in the place of what was expected; a case without an expectation gets one. */
export function withExpectation(markdown: string, title: string, expected: string): string {
  const start = markdown.indexOf(`### ${title}\n`);
  const next = markdown.indexOf('\n### ', start + 1);
  const end = next === -1 ? markdown.length : next;
  const section = markdown.slice(start, end);
  const fence = `\`\`\`tei\n${expected}\n\`\`\``;
  const old = /```tei\n[\s\S]*?\n?```/u;
  const changed = old.test(section) ? section.replace(old, () => fence) : section.replace(/(```text[^\n]*\n[\s\S]*?\n```)/u, (source) => `${source}\n\n${fence}`);
  return markdown.slice(0, start) + changed + markdown.slice(end);
}
