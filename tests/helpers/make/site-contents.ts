import type { SitePages } from '../../../src/model/site/site-address.ts';
import type { SiteContents } from '../../../src/model/site/site-addresses.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';

const noPages: SitePages = {
  ...{ talks: [], publications: [], projects: [], posts: [], teaching: [] },
  ...{ people: [], pages: [], slides: [] },
};

/** Creates the contents from which the addresses of a site are computed; empty by default. */
export function makeSiteContents({
  pages,
  ...contents
}: Partial<Omit<SiteContents, 'pages'>> & { pages?: Partial<SitePages> } = {}): SiteContents {
  return {
    pages: { ...noPages, ...pages },
    ...{ attachedFiles: [], publicFiles: [], hasCv: false, redirects: {} },
    addresses: createAddresses('/'),
    ...contents,
  };
}
