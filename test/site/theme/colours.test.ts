import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { COLOUR_NAMES, coloursOf, colourStyles, contrast, type Colours } from '../../../src/site/theme/colours.js';
import { loadAssets } from '../../../src/site/theme/templates.js';

const siteStyles = String(loadAssets().get('site.css'));

function check(colours: Partial<Colours>): { styles: string; found: Diagnostic[] } {
  const found: Diagnostic[] = [];
  const styles = colourStyles({ light: {}, dark: {}, ...colours }, siteStyles, 'edition.yaml', (finding) =>
    found.push(finding),
  );
  return { styles, found };
}

test('contrast as WCAG computes it', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#fff', '#fff')).toBe(1);
  // The lightest grey that passes on white.
  expect(contrast('#767676', '#fff')).toBeGreaterThanOrEqual(4.5);
  expect(contrast('#777', '#fff')).toBeLessThan(4.5);
});

describe('the built-in colours', () => {
  test('are all found in site.css, light and dark', () => {
    const { light, dark } = coloursOf(siteStyles);
    for (const name of COLOUR_NAMES) {
      expect([name, light[name]]).toEqual([name, expect.stringMatching(/^#/)]);
      expect([name, dark[name] !== light[name]]).toEqual([name, true]);
    }
  });

  test('can be read', () => {
    expect(check(coloursOf(siteStyles)).found).toEqual([]);
  });
});

describe('colours of an edition', () => {
  test('for light screens only leave dark ones as they were, and print alone', () => {
    const { styles, found } = check({ light: { accent: '#004466' } });
    expect(found).toEqual([]);
    expect(styles).toContain('@media screen {\n  :root {\n    --accent: #004466;');
    expect(styles).toContain(`--accent: ${coloursOf(siteStyles).dark['accent'] ?? ''};`);
  });

  test('that are hard to read, or that the site does not have', () => {
    expect(check({ light: { accent: '#ccaa66' } }).found.map(({ code }) => code)).toContain('site/low-contrast');
    expect(check({ dark: { paper: '#fff' } }).found.map(({ message }) => message)[0]).toContain('dark.ink');
    const { styles, found } = check({ light: { acent: '#000' } });
    expect([styles, found.map(({ code, help }) => [code, help])]).toEqual([
      '',
      [['site/unused-override', 'Did you mean “accent”?']],
    ]);
  });
});
