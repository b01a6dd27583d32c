import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { nearestSpelling } from '../diagnostics/spelling.js';
import { SETTINGS_FILE } from '../edition/settings-file.js';
import type { SiteSettings } from '../edition/site-settings.js';
import type { Page } from './page.js';
import type { Theme } from './theme/theme.js';
import { stylesheetParameters } from './theme/stylesheet-parameters.js';

/** What is wrong with an edition's settings of its site, where only the site that is made can tell. */
export function settingsFaults(settings: SiteSettings, pages: readonly Page[], theme: Theme): Diagnostic[] {
  const faults: Diagnostic[] = [];
  stylesheetParameters(settings.parameters, (finding) => faults.push(finding));
  return [...faults, ...navigationFaults(settings, pages), ...pictureFaults(settings, theme)];
}

function navigationFaults({ navigation }: SiteSettings, pages: readonly Page[]): Diagnostic[] {
  const names = pages.flatMap(({ navigation: name }) => name ?? []);
  return navigation
    .filter((name) => !names.includes(name))
    .map((name) => unused(`The site has no page “${name}” that its navigation could list.`, name, names));
}

function pictureFaults({ picture }: SiteSettings, { assets }: Theme): Diagnostic[] {
  if (picture === undefined || assets.has(picture.file)) return [];
  return [unused(`There is no picture “${picture.file}” in templates/assets.`, picture.file, [...assets.keys()])];
}

function unused(message: string, actual: string, expected: readonly string[]): Diagnostic {
  const nearest = nearestSpelling(actual, expected);
  return diagnostic('site/unused-override', message, {
    file: SETTINGS_FILE,
    actual,
    ...(nearest === undefined ? {} : { help: `Did you mean “${nearest}”?` }),
  });
}
