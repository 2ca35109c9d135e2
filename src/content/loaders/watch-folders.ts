import type { LoaderContext } from 'astro/loaders';
import { sep } from 'node:path';

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
