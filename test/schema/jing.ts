import { spawnSync } from 'node:child_process';

/** What jing says of files: nothing where all are valid. */
export function jing(schema: string, files: readonly string[]): string {
  const { stdout, status, error } = spawnSync('jing', [schema, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error !== undefined) throw error;
  return status === 0 ? '' : stdout.split('\n').slice(0, 10).join('\n') || `jing ended with ${String(status)}`;
}

/** A grammar that starts with any of some elements, each defined under its own name: for parts of documents. */
export function startingAnywhere(grammar: string, elementNames: readonly string[]): string {
  const start = elementNames.map((name) => `<ref name="${name}"/>`).join('');
  return grammar.replace(/<start>.*?<\/start>/su, `<start><choice>${start}</choice></start>`);
}
