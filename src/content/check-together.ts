import type { SiteAddresses } from '../model/site/site-addresses.ts';
import type { Problem } from './problems/problem.ts';
import { checkMentions } from './sections/check-mentions.ts';
import { checkAddresses } from './site/check-addresses.ts';
import { readSite, type SiteReading } from './site/read-site.ts';
import type { ReadSections } from './site-contents.ts';
import type { SiteFolder } from './site-folder.ts';

/** Checks what depends on the pages of all sections: references between pages, and addresses. */
export function checkTogether(
  read: ReadSections,
  folder: SiteFolder,
  site: SiteReading = readSite(folder),
): { problems: Problem[]; addresses: SiteAddresses } {
  const pages = new Map([...read].map(([name, found]) => [name, [...found.keys()]]));
  const { problems, addresses } = checkAddresses(read, folder, site);
  return { problems: [...checkMentions(pages), ...problems], addresses };
}
