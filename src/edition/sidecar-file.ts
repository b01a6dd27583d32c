/** The ending of a YAML file, in either spelling and case. */
const yamlEnding = /\.ya?ml$/i;

/**
 * The files of a folder that are sidecars of a text, the one to be read first. Names are compared as they read: some
 * systems write an accent as a character of its own, and some programs write endings in capitals.
 *
 * @param stem the text's name without its ending. @param names the names in its folder.
 */
export function sidecarNames(stem: string, names: readonly string[]): string[] {
  const wanted = stem.normalize('NFC');
  const isSame = (name: string): boolean => name.replace(yamlEnding, '').normalize('NFC') === wanted;
  const rank = (name: string): number => ['.yaml', '.yml'].findIndex((ending) => name === `${stem}${ending}`);
  // What is named exactly so comes first, `.yaml` before `.yml`.
  return names
    .filter((name) => yamlEnding.test(name) && isSame(name))
    .sort((a, b) => (rank(a) === -1 ? 2 : rank(a)) - (rank(b) === -1 ? 2 : rank(b)));
}

/** The name of a sidecar without its ending; undefined for what is no YAML file, and for hidden files. */
export function sidecarStem(name: string): string | undefined {
  return name.startsWith('.') || !yamlEnding.test(name) ? undefined : name.replace(yamlEnding, '');
}
