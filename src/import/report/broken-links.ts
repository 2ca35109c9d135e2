import { join } from 'node:path';
import type { ParsePageText } from '../../content/sections/page-text.ts';
import { now } from '../../content/site/now.ts';
import { readSite } from '../../content/site/read-site.ts';
import { readSections, toSiteContents } from '../../content/validate/site-contents.ts';
import type { SiteFolder } from '../../content/assets/site-folder.ts';
import { siteHostPattern } from '../../markdown/html/addresses.ts';
import { isInside, findRegions } from '../../markdown/source/regions.ts';
import { compareText } from '../../model/page/lists.ts';
import { toSiteAddresses } from '../../model/site/site-addresses.ts';
import { createAddresses, decodePath } from '../../model/page/addresses.ts';
import { getIgnoringCase } from '../old-site/site-languages.ts';
import { isPageName } from '../places/content-places.ts';
import type { OldSite } from '../old-site/old-site.ts';
import type { AddressOutcome, Plan } from '../plan/plan.ts';
import type { ImportReport } from './report.ts';
import { readAuthorText } from '../../content/parse/decode-text.ts';

const markdownLink = /\]\(\s*(?:<(\/[^>\n]*)>|(\/[^)\s>]*))/g;
const htmlLink = /\b(?:href|src)\s*=\s*(?:"(\/[^"]*)"|'(\/[^']*)'|(\/[^"'\s>]*))/gi;
/** Links relative to their page. Links to files are checked when the text is read. */
const relativeLink = /(?:\]\(\s*|\bcta_link\s*=\s*["'])(?![a-z][a-z0-9+.-]*:)([\w.%][^)\s"'>]*)/gi;

/**
 * Finds links in the texts to addresses of the old site that the new site does not have: no page, file
 * or redirect.
 * @param parse Parses the texts of files, from a cache.
 */
export function findBrokenLinks(
  { configs }: OldSite,
  { copies, newFiles }: Plan,
  staged: SiteFolder,
  addresses: readonly AddressOutcome[],
  parse?: ParsePageText,
): ImportReport['brokenLinks'] {
  const site = readSite(staged, {});
  const root = createAddresses('/');
  const sections = readSections(staged, site, root, parse);
  const { planned } = toSiteContents(sections, { folder: staged, site, addresses: root, now });
  const pages = [...sections].flatMap(([name, found]) =>
    [...found.keys()].map(({ file, slug, frontMatter }) => ({
      ...{ file, frontMatter, address: `${name}/${slug}/` },
    })),
  );
  // The owner's profile is shown on the home page.
  const addressesByFile = new Map(
    pages.map(({ file, frontMatter, address }) => [
      file.name,
      (frontMatter as { superuser?: boolean }).superuser ? '' : address,
    ]),
  );
  const knownPaths = new Set(
    [
      ...toSiteAddresses(planned).targets.paths.keys(),
      ...pages.map(({ address }) => address),
      ...[...copies, ...newFiles].flatMap(({ to }) => /^public\/(.*)$/.exec(to)?.[1] ?? []),
      ...addresses.flatMap(({ old, outcome }) => ('to' in outcome ? old : [])),
    ].map(toPathKey),
  );
  const baseUrls = configs.flatMap(
    ({ data }) => getIgnoringCase(data, 'baseURL') ?? getIgnoringCase(data, 'url') ?? [],
  );
  const oldUrls = baseUrls.filter(
    (host) => typeof host === 'string' && /^https?:/i.test(host) && URL.canParse(host),
  ) as string[];
  return copies
    .filter(
      ({ to, quarantineReason }) =>
        quarantineReason === undefined && /^content\//.test(to) && isPageName(to),
    )
    .flatMap(({ to }) => {
      const text = removeHost(readAuthorText(join(staged.root, to)).text, oldUrls);
      const links = [markdownLink, htmlLink].flatMap((pattern) =>
        [...text.matchAll(pattern)].map(([, ...groups]) => groups.find(Boolean) ?? ''),
      );
      const broken = [...new Set(links)].filter(
        (link) => !link.startsWith('//') && !knownPaths.has(toPathKey(link)),
      );
      const page = addressesByFile.get(to);
      if (page !== undefined) {
        const brokenRelative = findRelativeLinks(text).filter(
          (link) => !knownPaths.has(toPathKey(resolveLink(link, page))),
        );
        broken.push(...brokenRelative);
      }
      return broken.sort(compareText).map((link) => ({ file: to, link }));
    });
}

/** Removes the scheme and host from addresses of the old site. */
function removeHost(text: string, addresses: readonly string[]): string {
  return addresses.reduce((remaining, address) => {
    const url = URL.parse(address);
    const host = url && siteHostPattern(url.origin, url.pathname);
    return host ? remaining.replace(new RegExp(`(?<=[\\s(<"'=])${host}`, 'gi'), '') : remaining;
  }, text);
}

/** Finds the links relative to a page, each once, outside code. Skips links to files. */
function findRelativeLinks(text: string): string[] {
  const found = [...text.matchAll(relativeLink)].filter(
    ([, link = '']) => !/\.[a-z0-9]{2,5}$/i.test(link.replace(/[?#].*$/s, '')),
  );
  // Few texts have such links, and parsing a text takes longer than everything else here.
  if (found.length === 0) return [];
  const { code } = findRegions(text);
  const outside = found.filter(({ index }) => !isInside(code, index));
  return [...new Set(outside.map(([, link = '']) => link))];
}

function resolveLink(link: string, page: string): string {
  return URL.parse(link, `https://old.invalid/${page}`)?.pathname ?? link;
}

function toPathKey(link: string): string {
  const path = link.replace(/[?#].*$/s, '').replace(/(^|\/)index\.html$/, '$1');
  return decodePath(path)
    .replace(/^\/+|\/+$/g, '')
    .toLowerCase();
}
