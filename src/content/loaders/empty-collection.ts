import type { DataStore } from 'astro/loaders';

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
