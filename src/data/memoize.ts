import { getContentVersion } from '../content/loaders/entry-store.ts';

/**
 * Returns a function that calls `load` once in a build, and in a dev server once after each change of an entry. A
 * failure is not kept.
 */
export function memoize<T>(load: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  let version = 0;
  return () => {
    const current = getContentVersion();
    if (result && version === current) return result;
    version = current;
    const loaded = load();
    result = loaded;
    loaded.catch(() => {
      if (result === loaded) result = undefined;
    });
    return loaded;
  };
}
