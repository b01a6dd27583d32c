import { z } from 'zod';
import type { Report } from '../../diagnostics/diagnostic.js';
import { checkYaml } from '../../edition/yaml-check.js';
import { readYaml } from '../../edition/yaml-source.js';
import { flag, languageTag, words } from '../../edition/yaml-values.js';

/** What a page of the edition's own says of itself before its text. */
export interface FrontMatter {
  readonly title?: string | undefined;
  /** What machines and the first page say of it, in a sentence. */
  readonly description?: string | undefined;
  /** The language of the page (BCP 47), where it is not the edition's. */
  readonly language?: string | undefined;
  /** True where the navigation lists the page. */
  readonly navigation?: boolean | undefined;
  /** Its place among the edition's own pages; those without one follow in the order of their names. */
  readonly order?: number | undefined;
}

const frontMatterSchema = z.strictObject({
  title: words.optional(),
  description: words.optional(),
  language: languageTag.optional(),
  navigation: flag.optional(),
  order: z
    .string()
    .regex(/^-?\d{1,6}$/, { error: 'should be a whole number.' })
    .transform(Number)
    .optional(),
});

/** A file divided: what it says of itself, and its text. */
export interface DividedText {
  readonly matter: FrontMatter;
  readonly markdown: string;
}

/**
 * Divides a file into its front matter (YAML between two lines `---` at its beginning, which it need not have) and
 * its text. What is wrong in the front matter is reported with its line.
 *
 * @param text the file's text, line ends LF.
 * @returns undefined where errors were reported.
 */
export function divideFrontMatter(file: string, text: string, report: Report): DividedText | undefined {
  const end = text.startsWith('---\n') ? text.indexOf('\n---\n', 3) : -1;
  if (end === -1) return { matter: {}, markdown: text };
  const yaml = readYaml(file, text.slice(0, end + 1), report);
  const matter = yaml === undefined ? undefined : checkYaml(yaml, frontMatterSchema, report);
  return matter === undefined ? undefined : { matter, markdown: text.slice(end + '\n---\n'.length) };
}
