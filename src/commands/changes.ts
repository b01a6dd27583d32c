import { watch as watchPaths } from 'chokidar';
import { basename, resolve } from 'node:path';

/** Milliseconds without a further change after which a run begins: an editor writes a file in several steps. */
const QUIET = 100;

/** Changes of files, gathered until nothing happens for a moment. */
export interface Changes {
  /** The paths that changed since the last call; waits for some, and until nothing happens for a moment. */
  readonly next: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/**
 * Watches files and folders. What lies in a folder that begins with a dot, or in `node_modules`, is never looked at.
 *
 * @param roots files and folders; each counts itself, whatever its name.
 * @param isWatched says of a path inside one of the folders whether its changes matter.
 * @param isIgnored says of a path that it, and what is in it, is not looked at.
 */
export function changesOf(
  roots: readonly string[],
  isWatched: (path: string) => boolean,
  isIgnored: (path: string) => boolean = () => false,
): Changes {
  const changed = new Set<string>();
  let isQuiet = false;
  let timer: NodeJS.Timeout | undefined;
  let wake: (() => void) | undefined;
  const named = new Set(roots.map((root) => resolve(root)));
  const watcher = watchPaths([...roots], {
    ignoreInitial: true,
    ignored: (path) =>
      !named.has(resolve(path)) && (/^(?:\.|node_modules$)/u.test(basename(path)) || isIgnored(resolve(path))),
  });
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || !(isWatched(path) || named.has(resolve(path)))) return;
    changed.add(path);
    isQuiet = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      isQuiet = true;
      wake?.();
    }, QUIET);
  });
  return {
    next: async () => {
      // Files may have changed while the last run went on.
      if (!isQuiet) await new Promise<void>((resume) => (wake = resume));
      const paths = [...changed].sort();
      changed.clear();
      isQuiet = false;
      return paths;
    },
    close: () => watcher.close(),
  };
}
