import { diagnostic, type Report } from '../../diagnostics/diagnostic.js';
import { nearestSpelling } from '../../diagnostics/spelling.js';

/** Colours by the names of the style sheet's custom properties, without hyphens (`accent`, `#8c2318`). */
export type ColourSet = Readonly<Record<string, string>>;

/** The colours of an edition's own, for a light and for a dark screen. */
export interface Colours {
  readonly light: ColourSet;
  readonly dark: ColourSet;
}

/** The colours that an edition may set, each a custom property of site.css. */
export const COLOUR_NAMES = [
  'paper',
  'raised',
  'ink',
  'muted',
  'line',
  'accent',
  'person',
  'place',
  'organisation',
  'date',
] as const;

/** The file of the site that sets them; it is linked after site.css. */
export const COLOURS_FILE = 'colours.css';

/** The least contrast of text with what is behind it (WCAG 2.2, success criterion 1.4.3, level AA). */
const LEAST_CONTRAST = 4.5;

/** What is read, and on what. */
const PAIRS = ['ink', 'muted', 'accent'].flatMap((text) =>
  ['paper', 'raised'].map((ground) => [text, ground] as const),
);

/**
 * The style sheet that sets an edition's colours, on screens only: print keeps black on white. A name that the site
 * does not have is reported and left out; so is, but kept, a pair that is hard to read.
 *
 * @param siteStyles the text of site.css: its colours stand for those that the edition does not set.
 * @param file the file that findings name.
 */
export function colourStyles(colours: Colours, siteStyles: string, file: string, report: Report): string {
  const light = known(colours.light, file, report);
  const dark = known(colours.dark, file, report);
  const builtIn = coloursOf(siteStyles);
  checkContrast({ ...builtIn.light, ...light }, light, '', file, report);
  checkContrast({ ...builtIn.dark, ...dark }, dark, 'dark.', file, report);
  return [
    ['@media screen', light] as const,
    // Said for light screens only, a colour would hold in the dark as well: the built-in dark one is said again.
    ['@media screen and (prefers-color-scheme: dark)', { ...only(builtIn.dark, light), ...dark }] as const,
  ]
    .filter(([, set]) => Object.keys(set).length > 0)
    .map(([media, set]) => `${media} {\n  :root {\n${declarations(set)}  }\n}\n`)
    .join('');
}

/** The ratio of contrast of two colours (WCAG 2.2, "contrast ratio"): 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance (WCAG 2.2) of a colour `#rgb` or `#rrggbb`. */
function luminance(colour: string): number {
  const digits = colour.slice(1);
  const pairs = (digits.length === 3 ? digits.replace(/./g, '$&$&') : digits).match(/../g) ?? [];
  const [red = 0, green = 0, blue = 0] = pairs.map((pair) => {
    const value = Number.parseInt(pair, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colours that site.css gives to the custom properties, the first time for light and the second for dark. */
export function coloursOf(siteStyles: string): Colours {
  const light: Record<string, string> = {};
  const dark: Record<string, string> = {};
  for (const [, name = '', value = ''] of siteStyles.matchAll(/--([a-z]+): (#[0-9a-f]{3,6});/g)) {
    if (!isColourName(name)) continue;
    if (light[name] === undefined) light[name] = value;
    else dark[name] ??= value;
  }
  return { light, dark: { ...light, ...dark } };
}

function isColourName(name: string): boolean {
  return (COLOUR_NAMES as readonly string[]).includes(name);
}

function known(set: ColourSet, file: string, report: Report): ColourSet {
  for (const name of Object.keys(set).filter((each) => !isColourName(each))) {
    const nearest = nearestSpelling(name, COLOUR_NAMES);
    report(
      diagnostic('site/unused-override', `The site has no colour “${name}”.`, {
        file,
        expected: COLOUR_NAMES,
        actual: name,
        ...(nearest === undefined ? {} : { help: `Did you mean “${nearest}”?` }),
      }),
    );
  }
  return Object.fromEntries(Object.entries(set).filter(([name]) => isColourName(name)));
}

/** Only pairs of which the edition sets at least one colour are its own doing. */
function checkContrast(all: ColourSet, own: ColourSet, prefix: string, file: string, report: Report): void {
  for (const [text, ground] of PAIRS) {
    const [front, back] = [all[text], all[ground]];
    if (front === undefined || back === undefined || (own[text] ?? own[ground]) === undefined) continue;
    const ratio = contrast(front, back);
    if (ratio >= LEAST_CONTRAST) continue;
    report(
      diagnostic(
        'site/low-contrast',
        `Text in the colour ${prefix}${text} (${front}) on ${prefix}${ground} (${back}) is hard to read: its contrast is ${ratio.toFixed(1)}.`,
        { file, help: `Accessible texts have a contrast of at least ${LEAST_CONTRAST} (WCAG 2.2, AA).` },
      ),
    );
  }
}

function only(set: ColourSet, names: ColourSet): ColourSet {
  return Object.fromEntries(Object.entries(set).filter(([name]) => Object.hasOwn(names, name)));
}

function declarations(set: ColourSet): string {
  return COLOUR_NAMES.filter((name) => Object.hasOwn(set, name))
    .map((name) => `    --${name}: ${set[name] ?? ''};\n`)
    .join('');
}
