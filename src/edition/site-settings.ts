import { z } from 'zod';
import { languageTag, oneOrMore, words } from './yaml-values.js';

/** A picture for the first page. */
export interface SitePicture {
  /** Its path in the edition's `templates/assets`. */
  readonly file: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  readonly caption?: string;
}

/** How the site of an edition looks and what its first page says: `site` in edition.yaml. */
export interface SiteSettings {
  /** The language of the interface (BCP 47), where it is not the edition's own. */
  readonly language?: string;
  /** Paragraphs of the first page, plain text. */
  readonly introduction: readonly string[];
  readonly picture?: SitePicture;
  /** Colours by name (`accent`: `#8c2318`), for light and for dark screens. */
  readonly colours: {
    readonly light: Readonly<Record<string, string>>;
    readonly dark: Readonly<Record<string, string>>;
  };
  /** Parameters of the stylesheets, as written. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Which pages the navigation lists, in this order; all that there are where it is empty. */
  readonly navigation: readonly string[];
}

/** What holds where edition.yaml says nothing of the site. */
export const defaultSiteSettings: SiteSettings = {
  introduction: [],
  colours: { light: {}, dark: {} },
  parameters: {},
  navigation: [],
};

const colour = z.string().regex(/^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$/, {
  error: 'should be a colour such as #8c2318, in quotation marks.',
});

/** A set of colours; which names there are is the site's to say. */
const colourSet = z.record(z.string(), colour);

/** `site` as it stands in edition.yaml. */
export const siteSettingsSchema = z
  .strictObject({
    language: languageTag.optional().describe("The language of the interface, where it is not the edition's."),
    introduction: words.optional().describe('What the first page says at length; empty lines divide paragraphs.'),
    picture: z
      .strictObject({ file: words, alt: words, caption: words.optional() })
      .optional()
      .describe('A picture for the first page, in templates/assets.'),
    colours: z
      .strictObject({ light: colourSet.optional(), dark: colourSet.optional() })
      .optional()
      .describe('Colours for light and dark screens: paper, ink, accent …'),
    parameters: z.record(z.string(), words).optional().describe('Parameters of the stylesheets: reading, header.'),
    navigation: oneOrMore(words).optional().describe('Which pages the navigation lists, in this order.'),
  })
  .transform(({ language, introduction, picture, colours, parameters, navigation }): SiteSettings => {
    const { caption, ...shown } = picture ?? { file: '', alt: '' };
    return {
      ...(language === undefined ? {} : { language }),
      introduction: paragraphsOf(introduction ?? ''),
      ...(picture === undefined ? {} : { picture: { ...shown, ...(caption === undefined ? {} : { caption }) } }),
      colours: { light: colours?.light ?? {}, dark: colours?.dark ?? {} },
      parameters: parameters ?? {},
      navigation: navigation ?? [],
    };
  });

/** Empty lines divide paragraphs. */
function paragraphsOf(text: string): string[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s+/g, ' '))
    .filter((paragraph) => paragraph !== '');
}
