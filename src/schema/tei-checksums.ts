/**
 * The SHA-256 of `p5subset.xml` by version of the TEI. A version that stands here is accepted with this checksum
 * alone; of any other the checksum is recorded when it is first fetched.
 */
export const knownChecksums: ReadonlyMap<string, string> = new Map([
  ['4.9.0a', 'b92475157206985493b113bd9272adb2e0072d13e47d9547e6b4df9078cf1956'],
]);
