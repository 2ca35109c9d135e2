import type { Finding, KeyPath } from '../../schema/finding.ts';
import { isEmailAddress } from '../../schema/link.ts';
import { suggest } from '../../schema/suggest.ts';
import { memoizeByObject } from './memoize.ts';
import { templateDeckName } from './placeholders.ts';
import { defaultLinkLabel, isExternalUrl, type SiteFile, type PageLink } from './link.ts';
import { type LinkedPage, toRawDeckName, type RawLink } from './raw-links.ts';

/** Finds the published file that an author's value refers to. */
export interface FindFile {
  (path: string): SiteFile | undefined;
  /** Returns the address of the page that was probably meant. */
  suggestPage?: (address: string) => string | undefined;
}

/**
 * Returns the links whose targets exist, each target once. Each link has a label of its own.
 * @param firstLinks Links that come before them.
 */
export function toPageLinks(
  rawLinks: readonly RawLink[],
  findFile: FindFile,
  firstLinks: readonly PageLink[] = [],
): PageLink[] {
  const links = [...firstLinks];
  const hrefs = new Set(links.map((link) => link.href));
  const labels = new Map(links.map((link) => [link.label.toLowerCase(), 1]));
  for (const { kind, label, url, icon } of rawLinks) {
    const file = isExternalUrl(url) ? undefined : findFile(url);
    const href = isExternalUrl(url) || url.startsWith('#') ? url : file?.href;
    // The templates of themes have a # in place of an address.
    if (href === undefined || href === '#' || hrefs.has(href)) continue;
    hrefs.add(href);
    links.push({
      kind,
      label: takeUniqueLabel(label, defaultLinkLabel(url), labels),
      href,
      ...(icon && { icon }),
      ...(file && !file.isPage && { file }),
    });
  }
  return links;
}

/**
 * Returns the label; if another link has it, the host; if that is taken too, the host with a number.
 * @param taken The labels in lower case, each with the number after which the search for a free one goes on. The label
 *   is added.
 */
function takeUniqueLabel(label: string, host: string, taken: Map<string, number>): string {
  let unique = label;
  let n = taken.get(host.toLowerCase()) ?? 1;
  if (taken.has(unique.toLowerCase())) unique = host;
  while (taken.has(unique.toLowerCase())) {
    n += 1;
    unique = `${host} (${n})`;
  }
  if (n > 1) taken.set(host.toLowerCase(), n);
  taken.set(unique.toLowerCase(), taken.get(unique.toLowerCase()) ?? 1);
  return unique;
}

/** Returns a warning for each missing file that a page links to, once per file. */
export function checkLinks(
  links: readonly Pick<RawLink, 'path' | 'url' | 'isAddress'>[],
  findFile: FindFile,
): Finding[] {
  const findings = new Map<string, Finding>();
  for (const { path, url, isAddress } of links) {
    if (
      isAddress ||
      isExternalUrl(url) ||
      url.startsWith('#') ||
      findings.has(url) ||
      findFile(url)
    )
      continue;
    findings.set(url, { path, code: 'missing-file', ...describeMissing(path, url, findFile) });
  }
  return [...findings.values()];
}

function describeMissing(path: KeyPath, url: string, findFile: FindFile) {
  const key = String(path.findLast((part) => typeof part === 'string' && part !== 'url'));
  if (isEmailAddress(url)) {
    return {
      message: `"${url}" is an email address without mailto:, so the page does not link to it`,
      remedy: `Write mailto:${url}.`,
    };
  }
  if (/^\/[^?#]*?\/?(?:[?#].*)?$/.test(url) && !/\.[a-z0-9]{2,5}(?:[?#].*)?$/i.test(url)) {
    const suggestion = findFile.suggestPage?.(url);
    return {
      message: `"${url}" is not the address of a page or file of this site, so the page does not link to it`,
      remedy: suggestion
        ? `Did you mean ${suggestion}?`
        : `Write an address that exists, or leave ${key} empty.`,
    };
  }
  const inPublic = `public/${url.replace(/^\.?\/+/, '')}`;
  return {
    message: `"${url}" is neither next to this file nor at ${inPublic}, so the page does not link to it`,
    remedy: `Add the file, or leave ${key} empty.`,
  };
}

/** Finds the deck with a name, if it is published. */
export type FindDeck = (name: string) => { slug: string; href: string } | undefined;

type DeckReference = Pick<LinkedPage, 'slides'>;

/** Returns the link to the deck that `slides` names, if there is one. */
export function toDeckLinks(page: DeckReference, findDeck?: FindDeck): PageLink[] {
  const name = toRawDeckName(page);
  const deck = name === undefined ? undefined : findDeck?.(name);
  if (!deck) return [];
  return [{ kind: 'slides', label: 'Slides', href: deck.href, deck: deck.slug }];
}

/**
 * Returns a warning for a deck that does not exist, on a site with decks. Without decks, the name comes
 * from an older theme and is harmless.
 * @param decks The names of all decks, including unpublished ones.
 */
export function checkDeckName(page: DeckReference, decks: readonly string[] = []): Finding[] {
  const name = toRawDeckName(page);
  if (name === undefined || decks.length === 0 || templateDeckName.test(name)) return [];
  if (getDeckNameKeys(decks).has(toDeckNameKey(name))) return [];
  const near = suggest(name, decks);
  return [
    {
      ...{ path: ['slides'], code: 'unknown-deck' },
      message: `there is no deck "${name}" in content/slides/, so the page does not link to it`,
      remedy: near
        ? `Did you mean slides: ${near}?`
        : 'Write the name of a file or folder in content/slides/.',
    },
  ];
}

const getDeckNameKeys = memoizeByObject(
  (decks: readonly string[]) => new Set(decks.map(toDeckNameKey)),
);

/** Returns what is equal for two names that a case-insensitive file system does not distinguish. */
export function toDeckNameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
