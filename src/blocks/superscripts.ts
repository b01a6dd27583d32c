/** The value of superscript digits. */
export function superscriptValue(digits: string): string {
  return digits.replace(/[⁰¹²³⁴-⁹]/gu, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)));
}
