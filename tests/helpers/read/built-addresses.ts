import { checkSections } from '../../../src/content/validate/check-site.ts';
import { checkAddresses } from '../../../src/content/validate/check-addresses.ts';
import { readSite } from '../../../src/content/site/read-site.ts';
import { resolveSiteFolder } from '../../../src/content/assets/site-folder.ts';
import { createTextChecker } from '../../../src/markdown/render/text-checker.ts';
import { NOW, type BuiltSite } from '../build/build-site.ts';
import { listFiles } from './dist.ts';

/**
 * Compares the files of a built site with the addresses that `npm run check` computes for the author's
 * folder, each by its path in the built site.
 */
export async function compareAddresses(
  { dist }: Pick<BuiltSite, 'dist'>,
  author: string,
  { env = {}, now = NOW }: { env?: Record<string, string>; now?: Date } = {},
) {
  const folder = resolveSiteFolder({ LECTERN_SITE: author });
  const site = readSite(folder, env);
  const { read } = await checkSections(folder, site, createTextChecker(site.settings.base));
  const { list } = checkAddresses(read, folder, site, now.getTime()).addresses;
  const expected = new Set(list.map(({ file }) => file));
  const folders = [...expected].filter((file) => file.endsWith('/'));
  const built = listFiles(dist);
  const isExpected = (file: string) =>
    expected.has(file) || folders.some((folder) => file.startsWith(folder));
  const isBuilt = (file: string) =>
    file.endsWith('/') ? built.some((path) => path.startsWith(file)) : built.includes(file);
  return {
    count: built.length,
    missing: [...expected].filter((file) => !isBuilt(file)),
    unexpected: built.filter((file) => !isExpected(file)),
    addresses: list,
  };
}
