import { diagnostic, type Report } from '../../diagnostics/diagnostic.js';
import { nearestSpelling } from '../../diagnostics/spelling.js';
import { SETTINGS_FILE } from '../../edition/settings-file.js';
import type { FormatParameter, FormatParameters } from '../../transform/format.js';
import { html } from '../../transform/formats/html.js';

/** What an edition may tell the stylesheets; their other parameters are the site's own business. */
const OPEN = ['reading', 'header'] as const;

/**
 * The parameters for the stylesheets that an edition sets, typed. One that there is not, that the site sets itself,
 * or whose value it does not take is reported and left out.
 *
 * @param given by name, as written.
 */
export function stylesheetParameters(
  given: Readonly<Record<string, string>>,
  report: Report = () => undefined,
): FormatParameters {
  const accepted: Record<string, string | number | boolean> = {};
  for (const [name, written] of Object.entries(given)) {
    const parameter = OPEN.find((open) => open === name);
    const value = parameter === undefined ? undefined : valueOf(html.parameters[parameter], written);
    if (value !== undefined) accepted[name] = value;
    else reportRefused(name, written, report);
  }
  return accepted;
}

function valueOf(parameter: FormatParameter | undefined, written: string): string | undefined {
  return parameter?.values === undefined || parameter.values.includes(written) ? written : undefined;
}

function reportRefused(name: string, written: string, report: Report): void {
  const parameter = OPEN.find((open) => open === name);
  const expected = parameter === undefined ? OPEN : html.parameters[parameter]?.values;
  const actual = parameter === undefined ? name : written;
  const nearest = nearestSpelling(actual, expected ?? []);
  const isSites = parameter === undefined && Object.hasOwn(html.parameters, name);
  const message = isSites
    ? `The parameter “${name}” of the stylesheets is set by the site itself.`
    : parameter === undefined
      ? `The stylesheets have no parameter “${name}” that an edition could set.`
      : `The parameter “${name}” of the stylesheets does not take “${written}”.`;
  report(
    diagnostic('site/parameter-not-allowed', message, {
      file: SETTINGS_FILE,
      actual,
      ...(expected === undefined ? {} : { expected }),
      ...(nearest === undefined ? {} : { help: `Did you mean “${nearest}”?` }),
    }),
  );
}
