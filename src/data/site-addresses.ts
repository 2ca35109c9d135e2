import { listPublicFiles } from '../content/assets/public-files.ts';
import { resolveSiteFolder } from '../content/assets/site-folder.ts';
import type { Producer, SectionName, SiteAddress } from '../model/site/site-address.ts';
import { toSiteAddresses } from '../model/site/site-addresses.ts';
import { getPageFiles, getSettings } from './entries.ts';
import { getSitePages } from './collections.ts';
import { loadEntry } from './store.ts';
import { memoize } from './memoize.ts';

/** Returns every address of the site. */
const getSiteAddresses = memoize(async () => {
  const { addresses, host } = await getSettings();
  const pages = await getSitePages();
  const sections = Object.entries(pages) as [SectionName, (typeof pages)[SectionName]][];
  const attachedFiles = sections.flatMap(([section, sectionPages]) =>
    sectionPages.map(async (page) => {
      const files = await getPageFiles(section, page.slug);
      return files.map((name) => ({ section, page, name }));
    }),
  );
  return toSiteAddresses({
    pages,
    attachedFiles: (await Promise.all(attachedFiles)).flat(),
    publicFiles: listPublicFiles(resolveSiteFolder()),
    hasCv: (await loadEntry('cv', 'cv')) !== undefined,
    redirects: (await loadEntry('redirects', 'redirects'))?.data.redirects ?? {},
    addresses,
    ...(host && { host }),
  });
});

/** Returns every old address with its new address. */
export async function getOldAddresses() {
  const redirects = await getAddressesBy('redirect');
  return redirects.map(({ path, producer }) => ({ alias: path, ...producer }));
}

/** Returns the files that are published next to pages. */
export async function getAttachedFiles() {
  const files = await getAddressesBy('file');
  return files.map(({ producer: { section, page, name } }) => {
    return { section, slug: page.slug, file: name };
  });
}

/** Returns whether Lectern generates a file. The author may have replaced it. */
export async function isGenerated(path: string): Promise<boolean> {
  const { byPath } = await getSiteAddresses();
  return byPath.get(path)?.producer.kind === 'built-in';
}

/** Returns the addresses with one kind of producer. */
async function getAddressesBy<K extends Producer['kind']>(kind: K) {
  const { list } = await getSiteAddresses();
  return list.filter(
    (address): address is SiteAddress<Extract<Producer, { kind: K }>> =>
      address.producer.kind === kind,
  );
}
