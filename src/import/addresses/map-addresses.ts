import type { ParsePageText } from '../../content/sections/page-text.ts';
import type { SiteFolder } from '../../content/assets/site-folder.ts';
import { compareText } from '../../model/page/lists.ts';
import { toOldPath } from '../../model/site/redirects.ts';
import { getGenerator } from '../old-site/detect-generator.ts';
import type { OldAddress, OldSite } from '../old-site/old-site.ts';
import type { AddressOutcome, Copy, NewFile, Outcome } from '../plan/plan.ts';
import { listAlFolioAddresses } from './al-folio-addresses.ts';
import { createAddressFinder, noFeedReason, pageImageReason } from './find-new-address.ts';
import { listHugoAddresses } from './hugo-addresses.ts';
import { listJekyllAddresses } from './jekyll-addresses.ts';
import { listQuartoAddresses } from './quarto-addresses.ts';
import { readNewSite, type NewSite } from './new-site.ts';

/**
 * Maps each address of the old site to the new one, and writes the redirects. A page that still has its
 * old address, or declares it itself, needs no redirect.
 * @param staged The new author's folder, with all files except the redirects.
 * @param parse Parses the texts of files, from a cache.
 */
export function mapAddresses(
  site: OldSite,
  copies: readonly Copy[],
  staged: SiteFolder,
  parse?: ParsePageText,
): { newFiles: NewFile[]; addresses: AddressOutcome[] } {
  const newSite = readNewSite(staged, parse);
  const findNewAddress = createAddressFinder(newSite, copies);
  const isJekyll = getGenerator(site) === 'jekyll';
  const oldAddresses = listOldAddresses(site);
  const outcomes = new Map<string, AddressOutcome>();
  for (const guessed of [false, true]) {
    for (const address of oldAddresses.filter(
      (candidate) => (candidate.guessed ?? false) === guessed,
    )) {
      const path = toOldPath(address.old);
      const key = path ?? address.old;
      const previous = outcomes.get(key);
      // Of pages with one address, Jekyll writes the last over the others.
      const replacesEarlier = isJekyll && address.target.kind === 'page';
      if (previous && (guessed || ('to' in previous.outcome && !replacesEarlier))) continue;
      const outcome = keepCurrentAddress(address.old, path, findNewAddress(address), newSite);
      if ('to' in outcome || !guessed)
        outcomes.set(key, { old: previous?.old ?? address.old, outcome });
    }
  }
  const addresses = groupSimilar([...outcomes.values()]).sort((a, b) => compareText(a.old, b.old));
  const redirects = addresses.flatMap(({ old: oldPath, outcome }) => {
    const path = toOldPath(oldPath);
    if (!('to' in outcome) || path === undefined || newSite.hasPath(path)) return [];
    return newSite.findAlias(path) === outcome.to ? [] : [{ old: oldPath, to: outcome.to }];
  });
  const newFiles =
    redirects.length === 0
      ? []
      : [{ to: 'content/redirects.yaml', text: formatRedirects(redirects) }];
  return { newFiles, addresses };
}

function listOldAddresses(site: OldSite): OldAddress[] {
  if (site.theme === 'al-folio') return listAlFolioAddresses(site);
  if (site.theme === 'quarto') return listQuartoAddresses(site);
  return getGenerator(site) === 'jekyll' ? listJekyllAddresses(site) : listHugoAddresses(site);
}

/** Keeps an address that a page or a file of the new site has. Rejects one that no file can have. */
function keepCurrentAddress(
  oldAddresses: string,
  path: string | undefined,
  found: Outcome,
  newSite: NewSite,
): Outcome {
  if (path === undefined) {
    return oldAddresses === '/'
      ? { to: '/' }
      : { reason: 'A static site cannot serve this address.' };
  }
  if (!newSite.hasPath(path)) return found;
  const isFile = 'to' in found && !found.to.endsWith('/');
  const current = isFile || /\.[a-z0-9]+$/i.test(path) ? `/${path}` : `/${path}/`;
  return 'to' in found && toOldPath(found.to) === path ? found : { to: current };
}

/**
 * Groups addresses with the same outcome: feeds of terms without a feed in the new site, and images of
 * pages.
 */
function groupSimilar(outcomes: readonly AddressOutcome[]): AddressOutcome[] {
  const grouped = outcomes.map(({ old: oldAddresses, outcome }) => {
    const reason = 'reason' in outcome ? outcome.reason : undefined;
    if (reason === noFeedReason)
      return { old: oldAddresses.replace(/[^/]+(\/[^/]+)$/, '*$1'), outcome };
    if (reason !== pageImageReason) return { old: oldAddresses, outcome };
    return { old: oldAddresses.replace(/^(\/[^/]+)\/.*\/[^/]+(\.[^./]+)$/, '$1/*/*$2'), outcome };
  });
  return [...new Map(grouped.map((address) => [address.old, address])).values()];
}

/** Returns the text of `content/redirects.yaml`, in the given order. Addresses are written decoded. */
function formatRedirects(redirects: readonly { old: string; to: string }[]): string {
  const lines = redirects.map(
    ({ old: oldAddresses, to }) => `${quoteYaml(oldAddresses)}: ${quoteYaml(decodeAddress(to))}\n`,
  );
  return `${header}${lines.join('')}`;
}

const header = `# Redirects from the addresses of the old site: the old address, then the new one.
# Written by "npm run import". You can edit, add and delete lines.
# Addresses in the aliases or the permalink of a page need no line here.
`;

/** Quotes a text, unless YAML can read it without quotes. */
function quoteYaml(text: string): string {
  return /^[\p{L}\p{N}\p{M}/._~+()-]+$/u.test(text) ? text : JSON.stringify(text);
}

/** Decodes an address, except parts that would become another address. */
function decodeAddress(to: string): string {
  const decodePart = (text: string) =>
    /%(25|23|3f|2f)/i.test(text) ? text : decodeURIComponent(text);
  return to.split('/').map(decodePart).join('/');
}
