import { dirname, join } from 'node:path/posix';

/**
 * The layers of src, top to bottom. A file may import from its own layer and from those below; ARCHITECTURE.md says
 * what each is for.
 */
export const layers = [
  'cli',
  'index',
  'commands',
  'serve',
  'publish',
  'review',
  'pipeline',
  'convert',
  'site',
  'exchange',
  'collate',
  'transform',
  'validate',
  'schema',
  'tei',
  'annotate',
  'structure',
  'blocks',
  'edition',
  'processor',
  'storage',
  'language',
  'source',
  'diagnostics',
  'xml',
  'version',
] as const;

/** A file of src: its path relative to src, with slashes, and its text. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** One import of a file of src by another; both paths are relative to src. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const statement = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?from\s+)?'(\.[^']*)'/gmu;
const expression = /\bimport\(\s*'(\.[^']*)'\s*\)/gu;

/** The imports of a file that lead to other files of src; packages are left out. */
export function importsOf({ path, text }: SourceText): Import[] {
  const target = (specifier: string): string => join(dirname(path), specifier).replace(/\.js$/u, '.ts');
  return [
    ...[...text.matchAll(statement)].map((match) => ({
      from: path,
      to: target(match[2] ?? ''),
      typeOnly: match[1] !== undefined,
    })),
    ...[...text.matchAll(expression)].map((match) => ({ from: path, to: target(match[1] ?? ''), typeOnly: false })),
  ];
}

/** The layer of a file: its folder in src, or its own name; -1 for one that the list does not have. */
export function layerOf(path: string): number {
  const name = path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/(?:\.d)?\.ts$/u, '');
  return (layers as readonly string[]).indexOf(name);
}

/** The one import that points up and may: a finding says its place as a span. */
function isAllowed({ from, to, typeOnly }: Import): boolean {
  return from.startsWith('diagnostics/') && to === 'source/span.ts' && typeOnly;
}

/** What is wrong with the imports of a file, a line each: those that point up the list, and files outside it. */
export function importFaults(file: SourceText): string[] {
  const own = layerOf(file.path);
  if (own === -1) return [`${file.path} stands in no layer`];
  return importsOf(file).flatMap((each) => {
    const other = layerOf(each.to);
    if (other === -1) return [`${each.from} imports ${each.to}, which stands in no layer`];
    return other < own && !isAllowed(each) ? [`${each.from} imports ${each.to}, which stands above it`] : [];
  });
}

/** The first circle of imports in which values are needed, as a path; undefined where there is none. */
export function importCircle(files: readonly SourceText[]): string[] | undefined {
  const targets = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ to }) => to),
    ]),
  );
  const done = new Set<string>();
  const follow = (path: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const target of targets.get(path) ?? []) {
      const circle = follow(target, [...trail, path]);
      if (circle !== undefined) return circle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of targets.keys()) {
    const circle = follow(path, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
