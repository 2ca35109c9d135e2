import type { DataStore, LoaderContext } from 'astro/loaders';

/** An entry as a loader stores it. */
export type StoredEntry = Parameters<DataStore['set']>[0];

/** The collections of a dev server by name; empty in a build. */
const collections = new Map<string, Map<string, StoredEntry>>();

let version = 0;

/** Returns a number that is higher after every change of an entry in a dev server. */
export function getContentVersion(): number {
  return version;
}

/** Makes pages load again what depends on the names of files. */
export function markFilesChanged(): void {
  version++;
}

/** Returns the entries of a collection in a dev server, in the order of a build. */
export function listEntries(collection: string): StoredEntry[] {
  return [...(collections.get(collection)?.values() ?? [])].sort((a, b) =>
    a.id.localeCompare(b.id),
  );
}

/** Finds an entry of a collection in a dev server. */
export function findEntry(collection: string, id: string): StoredEntry | undefined {
  return collections.get(collection)?.get(id);
}

/**
 * Returns the store of a collection: that of Astro in a build. A dev server has its own, because Astro writes its
 * whole store to disk after each change, compiles the file and evaluates it, seconds later with many pages. Astro's
 * then contains only what Astro itself needs: the images of entries, and the MDX modules.
 */
export function openStore({
  collection,
  store,
  watcher,
}: Pick<LoaderContext, 'collection' | 'store'> & {
  watcher?: LoaderContext['watcher'] | undefined;
}): DataStore {
  if (!watcher) return store;
  const entries = new Map<string, StoredEntry>();
  collections.set(collection, entries);
  version++;
  store.clear();
  const remove = (id: string) => {
    if (!entries.delete(id)) return;
    version++;
    if (store.has(id)) store.delete(id);
  };
  return {
    ...store,
    get: (id) => entries.get(id) as ReturnType<DataStore['get']> as never,
    entries: () => [...entries] as never,
    values: () => [...entries.values()] as never,
    keys: () => [...entries.keys()],
    has: (id) => entries.has(id),
    delete: remove,
    clear: () => entries.forEach((_, id) => remove(id)),
    set(entry) {
      const { id, digest } = entry;
      if (digest !== undefined && entries.get(id)?.digest === digest) return false;
      entries.set(id, entry);
      version++;
      const { data, filePath, assetImports, deferredRender } = entry;
      const images = pickImages(data);
      if (images || deferredRender || assetImports?.length) {
        store.set({
          ...{ id, data: { ...images } },
          ...(filePath && { filePath }),
          ...(assetImports && { assetImports }),
          ...(deferredRender && { deferredRender }),
        });
      } else if (store.has(id)) {
        store.delete(id);
      }
      return true;
    },
  };
}

/** The properties of entries that may be images, which Astro replaces with their files when a page reads the entry. */
interface EntryImages {
  image?: unknown;
  portrait?: unknown;
  files?: Record<string, { preview?: unknown }>;
}

/** Returns the images of an entry, undefined if there are none. */
export function pickImages({ image, portrait, files }: EntryImages): EntryImages | undefined {
  const previews = Object.entries(files ?? {}).flatMap(([name, { preview }]) =>
    preview === undefined ? [] : [[name, { preview }] as const],
  );
  if (image === undefined && portrait === undefined && previews.length === 0) return undefined;
  return {
    ...(image !== undefined && { image }),
    ...(portrait !== undefined && { portrait }),
    ...(previews.length > 0 && { files: Object.fromEntries(previews) }),
  };
}

/** Returns the data of an entry with other images. */
export function replaceImages<D extends EntryImages>(data: D, images: EntryImages): D {
  const { image: _image, portrait: _portrait, files, ...rest } = data;
  const newFiles = Object.entries(files ?? {}).map(([name, { preview: _preview, ...file }]) => {
    const preview = images.files?.[name]?.preview;
    return [name, { ...file, ...(preview !== undefined && { preview }) }] as const;
  });
  return {
    ...rest,
    ...(files && { files: Object.fromEntries(newFiles) }),
    ...(images.image !== undefined && { image: images.image }),
    ...(images.portrait !== undefined && { portrait: images.portrait }),
  } as D;
}

/**
 * Marks an empty collection as loaded. Astro warns about a collection to which nothing was ever added, but a site
 * without posts is valid.
 */
export function markCollectionEmpty({ store, watcher }: LoaderContext): void {
  if (watcher || store.keys().length > 0) return;
  const id = 'empty';
  store.set({ id, data: {} });
  store.delete(id);
}
