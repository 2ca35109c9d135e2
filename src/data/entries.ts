import { render, type CollectionEntry, type CollectionKey } from 'astro:content';
import { resolve } from 'node:path';
import { engineFolder } from '../content/assets/engine.ts';
import { readAttachment } from '../content/assets/page-files.ts';
import { toSite } from '../model/site/site.ts';
import type { FindFile } from '../model/page/page-links.ts';
import { findOwn } from '../schema/own-value.ts';
import { locateMdxErrors } from './mdx-errors.ts';
import { loadEntries, loadEntry } from './store.ts';
import { memoize } from './memoize.ts';

/** The collections of pages, one for each section. */
export type PageCollection = Exclude<
  CollectionKey,
  'site' | 'about' | 'homeTexts' | 'cv' | 'redirects'
>;

/** The stored entry of a page, with a function that finds the files that it names. */
export type PageEntry<C extends PageCollection> = CollectionEntry<C>['data'] & {
  findFile: FindFile;
};

/** Returns all stored entries of a section, including those that are not published. */
export async function getPageEntries<C extends PageCollection>(
  collection: C,
): Promise<PageEntry<C>[]> {
  const entries = await loadEntries(collection);
  return entries.map(({ data }) => {
    const findFile: FindFile = (path) => findOwn(data.files, path);
    return { ...data, findFile };
  });
}

/** Returns the stored entry of a page. Throws if there is none. */
export async function getPageEntry<C extends PageCollection>(collection: C, slug: string) {
  const entry = await loadEntry(collection, slug);
  if (!entry) throw new Error(`The collection ${collection} has no entry ${slug}.`);
  return entry;
}

/** Returns the body of a page as a component. */
export async function getPageBody(collection: PageCollection, slug: string) {
  const entry = await getPageEntry(collection, slug);
  const { Content } = await render(entry);
  const file = toAbsolutePath(entry);
  return file.endsWith('.mdx') ? locateMdxErrors(Content, file) : Content;
}

/** Returns the names of the files that are published next to a page. */
export async function getPageFiles(collection: PageCollection, slug: string): Promise<string[]> {
  const { data } = await getPageEntry(collection, slug);
  return data.attachments;
}

/** Reads a file that is published next to a page. */
export async function loadPageFile(collection: PageCollection, slug: string, file: string) {
  return readAttachment(toAbsolutePath(await getPageEntry(collection, slug)), file);
}

/** Returns the absolute path of the file of an entry: Astro stores it relative to its root, the engine. */
export function toAbsolutePath({ filePath = '' }: { filePath?: string }): string {
  return resolve(engineFolder, filePath);
}

/** Returns the site from its settings, without the parts that need its pages: see `getSite`. */
export const getSettings = memoize(async () => {
  const entry = await loadEntry('site', 'site');
  if (!entry) throw new Error('content/site.yaml was not loaded.');
  return toSite(entry.data);
});
