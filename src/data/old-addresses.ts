import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getEntry } from 'astro:content';
import { siteFolder } from '../content/site-folder.ts';
import { oldAddresses } from '../model/site/old-addresses.ts';
import { pathWithin } from '../model/site/redirects.ts';
import { sitePaths } from '../model/site/site-paths.ts';
import { occasionsOf } from '../model/talk/talk-deliveries.ts';
import {
  getPeopleGroups,
  getPublicationSelections,
  getFilesBesidePages,
  getSections,
  getTalks,
} from './collections.ts';
import { getSite, getCv } from './site.ts';
import { memoize } from './entries.ts';

const served = siteFolder().public;

/** Every address of before, and where it leads. What leads to a page that is not shown waits for it. */
export const getOldAddresses = memoize(async () => {
  const { addresses } = await getSite();
  const { all } = await getTalks();
  const { talks: _, ...others } = await getSections();
  const current = await getSitePaths();
  const entry = await getEntry('redirects', 'redirects');
  const redirects = (entry?.data.redirects ?? []).filter(({ to }) => {
    const path = pathWithin(to) ?? '';
    const [section = '', slug, ...file] = path.split('/');
    const isInSection = section === 'talks' || section in others;
    const isBeside = file.length > 0 && current.has(`${section}/${slug}`);
    return !isInSection || isBeside || current.has(path) || existsSync(join(served, path));
  });
  const ofTalks = occasionsOf(all).map(({ talk }) => talk);
  const pages = [...ofTalks, ...Object.values(others).flat()];
  const beside = (await getFilesBesidePages()).map(({ section, slug, file }) => {
    return `${section}/${slug}/${file}`;
  });
  const besidePages = new Set(beside);
  const isFile = (path: string) => besidePages.has(path) || ofBuild.has(path) || isPublicFile(path);
  return oldAddresses({ pages, redirects, current, isFile, addresses });
});

/** Files, and folders of files, that the build makes for itself and for hosts. */
const ofBuild = new Set(['_astro', '_headers', '_redirects', 'pagefind']);

/** Whether `public/` has a file for an address: one of that name, or a page in a folder of it. */
function isPublicFile(path: string): boolean {
  const files = [join(served, path), join(served, path, 'index.html')];
  return files.some((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** Every address of the built site, files beside pages and in public/ apart. */
async function getSitePaths(): Promise<Set<string>> {
  const { addresses } = await getSite();
  const { tags, kinds, years } = await getTalks();
  const slugs = Object.entries(await getSections()).map(([name, pages]) => [
    name,
    pages.filter(({ href }) => href !== addresses.home).map(({ slug }) => slug),
  ]);
  const publications = await getPublicationSelections();
  return sitePaths({
    sections: Object.fromEntries(slugs),
    tags: tags.map(({ tag }) => tag.slug),
    others: [
      ...((await getCv()) ? ['cv'] : []),
      ...((await getPeopleGroups()).length > 0 ? ['people'] : []),
      ...kinds.map(({ slug }) => `talks/kind/${slug}`),
      ...years.map(({ year }) => `talks/in/${year}`),
      ...publications.map(({ by, slug }) => `publications/${by}/${slug}`),
    ],
  });
}

/** Whether the author has written the redirects of their host themselves. */
export function hasOwnHostRedirects(): boolean {
  return existsSync(join(served, '_redirects'));
}
