import { getEntry } from 'astro:content';
import { listPublicFiles } from '../content/validate/site-contents.ts';
import { siteFolder } from '../content/assets/site-folder.ts';
import type { Producer, SectionName, SiteAddress } from '../model/site/site-address.ts';
import { siteAddresses } from '../model/site/site-addresses.ts';
import { getPageFiles, getSettings, memoize } from './entries.ts';
import { getSitePages } from './collections.ts';

/** Every address of the site. */
const getSiteAddresses = memoize(async () => {
  const { addresses } = await getSettings();
  const pages = await getSitePages();
  const sections = Object.entries(pages) as [SectionName, (typeof pages)[SectionName]][];
  const beside = sections.flatMap(([section, found]) =>
    found.map(async (page) => {
      const files = await getPageFiles(section, page.slug);
      return files.map((name) => ({ section, page, name }));
    }),
  );
  return siteAddresses({
    pages,
    filesBeside: (await Promise.all(beside)).flat(),
    publicFiles: listPublicFiles(siteFolder().public),
    hasCv: (await getEntry('cv', 'cv')) !== undefined,
    redirects: (await getEntry('redirects', 'redirects'))?.data.redirects ?? {},
    addresses,
  });
});

/** Every old address, and the new one. */
export async function getOldAddresses() {
  const found = await addressesOf('redirect');
  return found.map(({ path, producer }) => ({ alias: path, ...producer }));
}

/** The files that are published next to pages. */
export async function getFilesBesidePages() {
  const found = await addressesOf('file');
  return found.map(({ producer: { section, page, name } }) => {
    return { section, slug: page.slug, file: name };
  });
}

/** Whether Lectern generates a file, which the author may have replaced. */
export async function isGenerated(path: string): Promise<boolean> {
  const { byPath } = await getSiteAddresses();
  return byPath.get(path)?.producer.kind === 'built-in';
}

async function addressesOf<K extends Producer['kind']>(kind: K) {
  const { list } = await getSiteAddresses();
  return list.filter(
    (address): address is SiteAddress<Extract<Producer, { kind: K }>> =>
      address.producer.kind === kind,
  );
}
