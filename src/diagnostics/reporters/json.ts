import type { Reporter } from './reporter.js';

/**
 * For programs: `{files, diagnostics}`, the diagnostics as they are. Everything but ASCII's printable characters is
 * escaped, so that the output can be shown anywhere and read in any encoding.
 */
export const reportJson: Reporter = ({ files, diagnostics }) =>
  `${JSON.stringify({ files, diagnostics }, null, 2).replace(
    /[\u007F-\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}\n`;
