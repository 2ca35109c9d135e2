import { getEntry, type CollectionEntry, type CollectionKey } from 'astro:content';
import {
  findEntry,
  listEntries,
  mapImages,
  pickImages,
  replaceImages,
  type StoredEntry,
} from '../content/loaders/entry-store.ts';
import { toImageFile } from './image-file.ts';

/** Returns all entries of a collection. */
export function loadEntries<C extends CollectionKey>(collection: C): Promise<CollectionEntry<C>[]> {
  return Promise.all(listEntries(collection).map((entry) => addImages(collection, entry)));
}

/** Returns an entry of a collection, undefined if there is none. */
export async function loadEntry<C extends CollectionKey>(
  collection: C,
  id: string,
): Promise<CollectionEntry<C> | undefined> {
  const entry = findEntry(collection, id);
  return entry && addImages(collection, entry);
}

/** Adds the images of an entry, which Astro imports. In a dev server, a new image is there when Astro has saved it. */
async function addImages<C extends CollectionKey>(collection: C, entry: StoredEntry) {
  if (!pickImages(entry.data)) return { ...entry, collection } as unknown as CollectionEntry<C>;
  const stored = await getEntry(collection, entry.id);
  const images = pickImages((stored?.data ?? {}) as Parameters<typeof pickImages>[0]) ?? {};
  const data = replaceImages(entry.data, mapImages(images, toImageFile));
  return { ...entry, collection, data } as unknown as CollectionEntry<C>;
}
