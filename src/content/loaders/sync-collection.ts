import { sep } from 'node:path';
import type { DataStore, LoaderContext } from 'astro/loaders';

/**
 * Makes a collection that holds nothing known to be so. Astro warns of one that nothing was ever put
 * in, as of a mistake; but an author need not have posts.
 */
export function knownEmpty(store: DataStore): void {
  if (store.keys().length > 0) return;
  const id = 'nothing';
  store.set({ id, data: {} });
  store.delete(id);
}

/** Calls `sync` after any change below the folders, once for changes that come together. */
export function watchFolders(
  watcher: LoaderContext['watcher'],
  folders: readonly string[],
  sync: () => Promise<void>,
): void {
  if (!watcher) return;
  watcher.add([...folders]);
  let timer: NodeJS.Timeout | undefined;
  const onChange = (path: string) => {
    if (!folders.some((folder) => path === folder || path.startsWith(folder + sep))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void sync().catch(console.error), 40);
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
}
