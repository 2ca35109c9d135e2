import { getEntry, render, type CollectionEntry } from 'astro:content';
import { readAttachment } from '../content/attachment.ts';
import type { Page, PageSite } from '../model/page.ts';
import { getFindDeck } from './decks.ts';
import { getSources, type PageCollection, type Source } from './entries.ts';
import { getFindPerson } from './people.ts';
import { getSettings } from './settings.ts';
import { shownPages } from './shown-pages.ts';

/** The pages of a section that a visitor may see. What a build leaves out is there in dev, and says so. */
export async function readPages<C extends PageCollection, P extends Page>(
  collection: C,
  toModel: (source: Source<C>, site: PageSite) => P,
): Promise<P[]> {
  const site = await getSettings();
  const [findPerson, findDeck] = [await getFindPerson(), await getFindDeck()];
  const sources = await getSources(collection);
  return shownPages(
    sources.map((source) => toModel(source, { ...site, owner: site.name, findPerson, findDeck })),
  );
}

/** The body of a page as a component. */
export async function getPageBody(collection: PageCollection, slug: string) {
  const { Content } = await render(await getPageEntry(collection, slug));
  return Content;
}

/** The files of a page's bundle that are published beside it. */
export async function getPageFiles(collection: PageCollection, slug: string): Promise<string[]> {
  const { data } = await getPageEntry(collection, slug);
  return data.attachments;
}

export async function loadPageFile(collection: PageCollection, slug: string, file: string) {
  const { filePath = '' } = await getPageEntry(collection, slug);
  return readAttachment(filePath, file);
}

export async function getPageEntry<C extends PageCollection>(collection: C, slug: string) {
  const entry = await getEntry(collection, slug);
  if (!entry) throw new Error(`The collection ${collection} has no entry ${slug}.`);
  return entry as CollectionEntry<C>;
}
