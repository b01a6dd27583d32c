import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The family that texts and interface are set in (Adobe, SIL Open Font License 1.1), and the package that has it. */
const FAMILY = { name: 'Source Serif 4', package: '@fontsource/source-serif-4', prefix: 'source-serif-4' } as const;

/** Scripts of the languages that the interface speaks, and Greek, which scholars quote. */
const SUBSETS = ['cyrillic-ext', 'cyrillic', 'greek', 'latin-ext', 'latin'] as const;

/** The faces: text and italic; the bold one is asked for by few texts, and only their pages load it. */
const FACES = [
  { style: 'normal', weight: 400 },
  { style: 'italic', weight: 400 },
  { style: 'normal', weight: 600 },
] as const;

/**
 * What stands in for the family while it is being loaded, or where it is not: faces that systems have, scaled to the
 * family's average width and given its ascent and descent, so that no line moves when the family arrives.
 * Scales are widths of running English, Source Serif against the face.
 */
const STAND_INS = [
  { name: 'Source Serif Georgia', local: ['Georgia'], style: 'normal', scale: 1.08 },
  { name: 'Source Serif Georgia', local: ['Georgia Italic'], style: 'italic', scale: 1.02 },
  { name: 'Source Serif Times', local: ['Times New Roman', 'Liberation Serif'], style: 'normal', scale: 1.185 },
  {
    name: 'Source Serif Times',
    local: ['Times New Roman Italic', 'Liberation Serif Italic'],
    style: 'italic',
    scale: 1.08,
  },
] as const;

/** Ascent and descent of the family, as parts of its size. */
const ASCENT = 1.036;
const DESCENT = 0.335;

/**
 * The typeface of the site, by paths in `assets/`: a style sheet with its faces, the font files, their licence.
 * Browsers load only the files of the scripts and faces that a page has.
 *
 * @throws where the package with the fonts is not installed.
 */
export function typefaceFiles(): ReadonlyMap<string, string | Uint8Array> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${FAMILY.package}/package.json`));
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  const faces = FACES.flatMap((face) => SUBSETS.map((subset) => ({ ...face, subset, file: fileOf(face, subset) })));
  const rules = [
    ...faces.map(
      ({ style, weight, subset, file }) =>
        `@font-face{font-family:'${FAMILY.name}';font-style:${style};font-weight:${weight};font-display:swap;` +
        `src:url(fonts/${file}) format('woff2');unicode-range:${ranges[subset] ?? ''}}`,
    ),
    ...STAND_INS.map(
      ({ name, local, style, scale }) =>
        `@font-face{font-family:'${name}';font-style:${style};src:${local.map((face) => `local('${face}')`).join(',')};` +
        `size-adjust:${percent(scale)};ascent-override:${percent(ASCENT / scale)};` +
        `descent-override:${percent(DESCENT / scale)};line-gap-override:0%}`,
    ),
  ];
  return new Map<string, string | Uint8Array>([
    ['fonts.css', `${rules.join('\n')}\n`],
    ...faces.map(({ file }) => [`fonts/${file}`, readFileSync(join(folder, 'files', file))] as const),
    ['fonts/LICENSE.txt', readFileSync(join(folder, 'LICENSE'), 'utf8')],
  ]);
}

function fileOf({ style, weight }: (typeof FACES)[number], subset: string): string {
  return `${FAMILY.prefix}-${subset}-${weight}-${style}.woff2`;
}

function percent(part: number): string {
  return `${Math.round(part * 1000) / 10}%`;
}
