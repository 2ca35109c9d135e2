import type { DataStore, LoaderContext } from 'astro/loaders';
import { findOwn } from '../../schema/own-value.ts';

/** An entry as a loader stores it. */
export type StoredEntry = Parameters<DataStore['set']>[0];

/** The collections by name. */
const collections = new Map<string, Map<string, StoredEntry>>();

let version = 0;

/** Returns a number that is higher after every change of an entry. */
export function getContentVersion(): number {
  return version;
}

/** Makes pages load again what depends on the names of files. */
export function markFilesChanged(): void {
  version++;
}

/** Returns the entries of a collection, in the order of their identifiers. */
export function listEntries(collection: string): StoredEntry[] {
  const entries = collections.get(collection)?.values() ?? [];
  return [...entries].sort((a, b) => collator.compare(a.id, b.id));
}

/** Sorts as in a dictionary, the same in every locale. */
const collator = new Intl.Collator('en');

/** Finds an entry of a collection. */
export function findEntry(collection: string, id: string): StoredEntry | undefined {
  return collections.get(collection)?.get(id);
}

/**
 * Returns an empty store for the entries of a collection, which pages read from memory. Astro's own store contains
 * only what Astro itself needs: the images of entries, and the MDX modules. Astro writes its whole store to disk after
 * each change and makes a module of the file, which is bundled, loaded and parsed: with many pages this took seconds
 * and held three more copies of all texts.
 */
export function openStore({
  collection,
  store,
}: Pick<LoaderContext, 'collection' | 'store'>): DataStore {
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

/** Returns the images of an entry, each converted. */
export function mapImages(
  { image, portrait, files }: EntryImages,
  convert: (image: unknown) => unknown,
) {
  return {
    ...(image !== undefined && { image: convert(image) }),
    ...(portrait !== undefined && { portrait: convert(portrait) }),
    ...(files && {
      files: Object.fromEntries(
        Object.entries(files).map(([name, { preview }]) => [name, { preview: convert(preview) }]),
      ),
    }),
  };
}

/** Returns the data of an entry with other images. */
export function replaceImages<D extends EntryImages>(data: D, images: EntryImages): D {
  const { image: _image, portrait: _portrait, files, ...rest } = data;
  const newFiles = Object.entries(files ?? {}).map(([name, { preview: _preview, ...file }]) => {
    const preview = findOwn(images.files ?? {}, name)?.preview;
    return [name, { ...file, ...(preview !== undefined && { preview }) }] as const;
  });
  return {
    ...rest,
    ...(files && { files: Object.fromEntries(newFiles) }),
    ...(images.image !== undefined && { image: images.image }),
    ...(images.portrait !== undefined && { portrait: images.portrait }),
  } as D;
}
