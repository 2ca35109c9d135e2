import type { SitePages } from '../../src/model/site/site-address.ts';
import type { SiteContents } from '../../src/model/site/site-addresses.ts';
import { createAddresses } from '../../src/model/page/addresses.ts';

const noPages: SitePages = {
  ...{ talks: [], publications: [], projects: [], posts: [], teaching: [] },
  ...{ people: [], pages: [], slides: [] },
};

/** What the addresses of a site depend on: nothing, unless given. */
export function makeContents({
  pages,
  ...contents
}: Partial<Omit<SiteContents, 'pages'>> & { pages?: Partial<SitePages> } = {}): SiteContents {
  return {
    pages: { ...noPages, ...pages },
    ...{ filesBeside: [], publicFiles: [], hasCv: false, redirects: {} },
    addresses: createAddresses('/'),
    ...contents,
  };
}
