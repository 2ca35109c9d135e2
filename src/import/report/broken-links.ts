import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { now } from '../../content/site/now.ts';
import { readSite } from '../../content/site/read-site.ts';
import { readSections, toContents } from '../../content/validate/site-contents.ts';
import type { SiteFolder } from '../../content/assets/site-folder.ts';
import { siteHostPattern } from '../../markdown/html/addresses.ts';
import { isInside, findRegions } from '../../markdown/source/regions.ts';
import { compareText } from '../../model/page/lists.ts';
import { siteAddresses } from '../../model/site/site-addresses.ts';
import { createAddresses } from '../../model/page/addresses.ts';
import { valueIn } from '../old-site/site-language.ts';
import { textName } from '../places/content-places.ts';
import type { OldSite } from '../old-site/old-site.ts';
import type { AddressOutcome, Plan } from '../plan/plan.ts';
import type { ImportReport } from './report.ts';

const inMarkdown = /\]\(\s*<?(\/[^)\s>]*)/g;
const inHtml = /\b(?:href|src)\s*=\s*["']?(\/[^"'\s>]*)/gi;
/** Links relative to their page. Links to files are checked when the text is read. */
const relative = /(?:\]\(\s*|\bcta_link\s*=\s*["'])(?![a-z][a-z0-9+.-]*:)([\w.%][^)\s"'>]*)/gi;

/**
 * Finds links in the texts to addresses of the old site that the new site does not have: no page, file
 * or redirect.
 */
export function danglingLinks(
  { configs }: OldSite,
  { copies, written }: Plan,
  staged: SiteFolder,
  addresses: readonly AddressOutcome[],
): ImportReport['danglingLinks'] {
  const site = readSite(staged, {});
  const root = createAddresses('/');
  const sections = readSections(staged, site, root);
  const { planned } = toContents(sections, { folder: staged, site, addresses: root, now });
  const pages = [...sections].flatMap(([name, found]) =>
    [...found.keys()].map(({ file, slug, frontMatter }) => ({
      ...{ file, frontMatter, address: `${name}/${slug}/` },
    })),
  );
  // The owner's profile is shown on the home page.
  const standsOn = new Map(
    pages.map(({ file, frontMatter, address }) => [
      file.name,
      (frontMatter as { superuser?: boolean }).superuser ? '' : address,
    ]),
  );
  const known = new Set(
    [
      ...siteAddresses(planned).targets.paths.keys(),
      ...pages.map(({ address }) => address),
      ...[...copies, ...written].flatMap(({ to }) => /^public\/(.*)$/.exec(to)?.[1] ?? []),
      ...addresses.flatMap(({ old, outcome }) => ('to' in outcome ? old : [])),
    ].map(toKey),
  );
  const hosts = configs.flatMap(
    ({ data }) => valueIn(data, 'baseURL') ?? valueIn(data, 'url') ?? [],
  );
  const ours = hosts.filter((host) => typeof host === 'string' && URL.canParse(host)) as string[];
  return copies
    .filter(
      ({ to, quarantineReason: aside }) =>
        aside === undefined && /^content\//.test(to) && textName.test(to),
    )
    .flatMap(({ to }) => {
      const text = linksHere(readFileSync(join(staged.root, to), 'utf8'), ours);
      const links = [inMarkdown, inHtml].flatMap((pattern) =>
        [...text.matchAll(pattern)].map(([, link = '']) => link),
      );
      const dangling = [...new Set(links)].filter(
        (link) => !link.startsWith('//') && !known.has(toKey(link)),
      );
      const page = standsOn.get(to);
      if (page !== undefined) {
        const away = relativeLinks(text).filter((link) => !known.has(toKey(resolved(link, page))));
        dangling.push(...away);
      }
      return dangling.sort(compareText).map((link) => ({ file: to, link }));
    });
}

/** Whole addresses of the old site as paths. */
function linksHere(text: string, addresses: readonly string[]): string {
  return addresses.reduce((rest, address) => {
    const { origin, pathname } = new URL(address);
    const host = siteHostPattern(origin, pathname);
    return host ? rest.replace(new RegExp(`(?<=[\\s(<"'=])${host}`, 'gi'), '') : rest;
  }, text);
}

/** Each once; code has none. */
function relativeLinks(text: string): string[] {
  const { code } = findRegions(text);
  const found = [...text.matchAll(relative)].filter(({ index }) => !isInside(code, index));
  const links = found.map(([, link = '']) => link);
  return [...new Set(links)].filter(
    (link) => !/\.[a-z0-9]{2,5}$/i.test(link.replace(/[?#].*$/s, '')),
  );
}

function resolved(link: string, page: string): string {
  return new URL(link, `https://old.invalid/${page}`).pathname;
}

function toKey(link: string): string {
  const path = link.replace(/[?#].*$/s, '').replace(/(^|\/)index\.html$/, '$1');
  return decoded(path)
    .replace(/^\/+|\/+$/g, '')
    .toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
