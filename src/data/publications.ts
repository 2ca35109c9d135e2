import { getCollection, getEntry, render } from 'astro:content';
import { isPublic } from '../model/page.ts';
import { sortPublications, toPublication, type Publication } from '../model/publication.ts';
import { readAttachment } from '../content/attachment.ts';
import { now } from './now.ts';
import { getSite } from './site.ts';

let publications: Promise<Publication[]> | undefined;

/** The publications that a visitor may see, newest first. Drafts show in dev alone. */
export function getPublications(): Promise<Publication[]> {
  if (publications && !import.meta.env.DEV) return publications;
  publications = readPublications();
  return publications;
}

async function readPublications(): Promise<Publication[]> {
  const site = await getSite();
  const entries = await getCollection('publications');
  const found = entries.map(({ data }) => {
    const findFile = (written: string) =>
      Object.hasOwn(data.files, written) ? data.files[written] : undefined;
    return toPublication({ ...data, findFile }, { ...site, owner: site.name });
  });
  return sortPublications(import.meta.env.DEV ? found : found.filter((one) => isPublic(one, now)));
}

/** The body of a publication as a component. */
export async function getPublicationBody(slug: string) {
  const { Content } = await render(await getPublicationEntry(slug));
  return Content;
}

/** The files of bundles that are published beside them. */
export async function getPublicationFiles(): Promise<{ slug: string; file: string }[]> {
  const all = await getPublications();
  const entries = await Promise.all(all.map(({ slug }) => getPublicationEntry(slug)));
  return entries.flatMap(({ data }) => data.attachments.map((file) => ({ slug: data.slug, file })));
}

export async function loadPublicationFile(slug: string, file: string) {
  const { filePath = '' } = await getPublicationEntry(slug);
  return readAttachment(filePath, file);
}

async function getPublicationEntry(slug: string) {
  const entry = await getEntry('publications', slug);
  if (!entry) throw new Error(`The publication ${slug} is not in the store.`);
  return entry;
}
