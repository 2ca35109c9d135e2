import { sep } from 'node:path';
import type { DataStore, LoaderContext } from 'astro/loaders';

/**
 * Marks an empty collection as loaded. Astro warns about a collection to which nothing was ever added, but a site
 * without posts is valid.
 */
export function markCollectionEmpty(store: DataStore): void {
  if (store.keys().length > 0) return;
  const id = 'empty';
  store.set({ id, data: {} });
  store.delete(id);
}

/** Calls `sync` after changes below the folders, once for changes within 40 milliseconds. */
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
