/** The facet whiteSpace (XML Schema Datatypes, section 4.3.6): what is done to a text before it is read. */
export type WhiteSpace = 'preserve' | 'replace' | 'collapse';

function isBlank(code: number): boolean {
  return code === 0x20 || (code <= 0x0d && (code === 0x09 || code === 0x0a || code === 0x0d));
}

/** Whether collapsing would leave a text as it is: the common case, which then costs no new string. */
function isCollapsed(text: string): boolean {
  let afterBlank = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x20) afterBlank = false;
    else if (code === 0x20) {
      if (afterBlank) return false;
      afterBlank = true;
    } else if (isBlank(code)) return false;
    else afterBlank = false;
  }
  return text === '' || !afterBlank;
}

/** Every run of white space as one blank, none at the ends. */
export function collapse(text: string): string {
  return isCollapsed(text) ? text : tokensOf(text).join(' ');
}

/** The tokens of a text: what stands between its runs of white space (space, tab, line feed, carriage return). */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    if (!isBlank(text.charCodeAt(at))) {
      if (start === -1) start = at;
    } else if (start !== -1) {
      tokens.push(text.slice(start, at));
      start = -1;
    }
  }
  if (start !== -1) tokens.push(text.slice(start));
  return tokens;
}

/** A text as a type reads it. */
export const normalizers: Readonly<Record<WhiteSpace, (text: string) => string>> = {
  preserve: (text) => text,
  replace: (text) => text.replace(/[\t\n\r]/gu, ' '),
  collapse,
};
