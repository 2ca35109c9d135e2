import type { SiteFolder } from '../../content/assets/site-folder.ts';
import { compareText } from '../../model/page/lists.ts';
import { toOldPath } from '../../model/site/redirects.ts';
import type { OldSite } from '../old-site/old-site.ts';
import type { AddressOutcome, Copy, Written, Outcome } from '../plan/plan.ts';
import { createAddressFinder, noFeedReason, pageImageReason } from './find-new-address.ts';
import { hugoAddresses } from './hugo-addresses.ts';
import { jekyllAddresses } from './jekyll-addresses.ts';
import { readNewSite, type NewSite } from './new-site.ts';

/**
 * Maps each address of the old site to the new one, and writes the redirects. A page that still has its
 * old address, or declares it itself, needs no redirect.
 * @param staged The new author's folder, with all files in it but this one.
 */
export function mapAddresses(
  site: OldSite,
  copies: readonly Copy[],
  staged: SiteFolder,
): { written: Written[]; addresses: AddressOutcome[] } {
  const now = readNewSite(staged);
  const find = createAddressFinder(now, copies);
  const isJekyll = site.theme === 'academicpages';
  const old = isJekyll ? jekyllAddresses(site) : hugoAddresses(site);
  const outcomes = new Map<string, AddressOutcome>();
  for (const guessed of [false, true]) {
    for (const address of old.filter((one) => (one.guessed ?? false) === guessed)) {
      const path = toOldPath(address.old);
      const key = path ?? address.old;
      const known = outcomes.get(key);
      // Of pages with one address, Jekyll writes the last over the others.
      const isLast = isJekyll && address.target.kind === 'page';
      if (known && (guessed || ('to' in known.outcome && !isLast))) continue;
      const outcome = keepCurrentAddress(address.old, path, find(address), now);
      if ('to' in outcome || !guessed)
        outcomes.set(key, { old: known?.old ?? address.old, outcome });
    }
  }
  const addresses = groupSimilar([...outcomes.values()]).sort((a, b) => compareText(a.old, b.old));
  const redirects = addresses.flatMap(({ old, outcome }) => {
    const path = toOldPath(old);
    if (!('to' in outcome) || path === undefined || now.has(path)) return [];
    return now.aliasAt(path) === outcome.to ? [] : [{ old, to: outcome.to }];
  });
  const written =
    redirects.length === 0
      ? []
      : [{ to: 'content/redirects.yaml', text: formatRedirects(redirects) }];
  return { written, addresses };
}

/** Keeps an address that a page or a file of the new site has. Rejects one that no file can have. */
function keepCurrentAddress(
  old: string,
  path: string | undefined,
  found: Outcome,
  now: NewSite,
): Outcome {
  if (path === undefined) {
    return old === '/' ? { to: '/' } : { reason: 'A static site cannot serve this address.' };
  }
  if (!now.has(path)) return found;
  const isFile = 'to' in found && !found.to.endsWith('/');
  const here = isFile || /\.[a-z0-9]+$/i.test(path) ? `/${path}` : `/${path}/`;
  return 'to' in found && toOldPath(found.to) === path ? found : { to: here };
}

/**
 * Groups addresses with the same outcome: feeds of terms without a feed in the new site, and images of
 * pages.
 */
function groupSimilar(outcomes: readonly AddressOutcome[]): AddressOutcome[] {
  const told = outcomes.map(({ old, outcome }) => {
    const reason = 'reason' in outcome ? outcome.reason : undefined;
    if (reason === noFeedReason) return { old: old.replace(/[^/]+(\/[^/]+)$/, '*$1'), outcome };
    if (reason !== pageImageReason) return { old, outcome };
    return { old: old.replace(/^(\/[^/]+)\/.*\/[^/]+(\.[^./]+)$/, '$1/*/*$2'), outcome };
  });
  return [...new Map(told.map((one) => [one.old, one])).values()];
}

/** Returns the text of `content/redirects.yaml`, in the given order. Addresses are written decoded. */
function formatRedirects(redirects: readonly { old: string; to: string }[]): string {
  const lines = redirects.map(({ old, to }) => `${quoted(old)}: ${quoted(readable(to))}\n`);
  return `${head}${lines.join('')}`;
}

const head = `# Redirects from the addresses of the old site: the old address, then the new one.
# Written by "npm run import". You can edit, add and delete lines.
# Addresses in the aliases or the permalink of a page need no line here.
`;

/** Quotes a text, unless YAML can read it without quotes. */
function quoted(text: string): string {
  return /^[\p{L}\p{N}\p{M}/._~+()-]+$/u.test(text) ? text : JSON.stringify(text);
}

/** Decodes an address, except parts that would become another address. */
function readable(to: string): string {
  const part = (text: string) => (/%(25|23|3f|2f)/i.test(text) ? text : decodeURIComponent(text));
  return to.split('/').map(part).join('/');
}
