import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import type { FindFile } from '../model/talk/talk-links.ts';

/** The collections of pages, one for each section. */
export type PageCollection = Exclude<
  CollectionKey,
  'site' | 'about' | 'homeTexts' | 'cv' | 'redirects'
>;

/** What reading made of a page, with the files that it names. */
export type Source<C extends PageCollection> = CollectionEntry<C>['data'] & { findFile: FindFile };

/** What is in the store of a section, whoever may see it. */
export async function getSources<C extends PageCollection>(collection: C): Promise<Source<C>[]> {
  const entries: CollectionEntry<C>[] = await getCollection(collection);
  return entries.map(({ data }) => {
    const findFile: FindFile = (written) =>
      Object.hasOwn(data.files, written) ? data.files[written] : undefined;
    return { ...data, findFile };
  });
}
