import type { KeyPath } from '../../schema/finding.ts';
import { toLinkAddress } from '../../schema/link.ts';
import type { pageLinks } from '../../schema/page-keys.ts';
import type { z } from 'zod';
import { stripDoiPrefix } from './doi.ts';
import { defaultLinkLabel, toLinkKind, linkKinds, addScheme, type LinkKind } from './link.ts';
import { markdownEndings } from './markdown-files.ts';

/** A link as written. Its target may not exist. */
export interface RawLink {
  path: KeyPath;
  kind: LinkKind;
  label: string;
  url: string;
  icon?: { name: string; pack: string | undefined };
  /** It is also the address of the page, so the file need not exist. */
  isAddress?: true;
}

/** The keys for links that any page may have. */
export type LinkedPage = z.output<z.ZodObject<typeof pageLinks>> & { doi?: string | undefined };

/** Returns all links of a page: by kind, then in the order of the file. */
export function toRawLinks(page: LinkedPage): RawLink[] {
  const byKind = linkKinds.flatMap(([kind, label]) =>
    toKindUrls(page, kind).map(([path, rawUrl]) => {
      const url = addScheme(rawUrl);
      return { path, kind, label: toKindLabel(kind, url) ?? label, url };
    }),
  );
  return [...byKind, ...toNamedLinks(page), ...toMappedLinks(page), ...toSingleLinks(page)];
}

function toKindUrls(page: LinkedPage, kind: LinkKind): [KeyPath, string][] {
  const key = `url_${kind}` as keyof LinkedPage;
  const urls: [KeyPath, unknown][] = [[[key], page[key]]];
  if (kind === 'slides' && page.slides && isUrlOrFile(page.slides)) {
    urls.push([['slides'], page.slides]);
  }
  if (kind === 'video') urls.push([['youtube'], toYouTubeUrl(page.youtube)]);
  urls.push([['urls', kind], page.urls?.[kind]]);
  return urls.filter((pair): pair is [KeyPath, string] => typeof pair[1] === 'string');
}

/** Returns the links in `links` and `url_custom`: with a name or a type, and an optional icon. */
function toNamedLinks(page: LinkedPage): RawLink[] {
  return (['links', 'url_custom'] as const).flatMap((key) =>
    (page[key] ?? []).flatMap((link, index) => {
      const address = toLinkAddress(link);
      if (!address) return [];
      const { name = link.label } = link;
      const kind = toLinkKind(link.type ?? name);
      const url = addScheme(address);
      const label =
        name ??
        toKindLabel(kind, url) ??
        (link.type && capitalise(link.type)) ??
        defaultLinkLabel(url);
      const icon = link.icon && { icon: { name: link.icon, pack: link.icon_pack } };
      return [{ path: [key, index, 'url'], kind, label, url, ...icon }];
    }),
  );
}

/** Returns the links in `urls` that are of no known kind. */
function toMappedLinks(page: LinkedPage): RawLink[] {
  const knownNames = new Set<string>(['event', ...linkKinds.map(([kind]) => kind)]);
  return Object.entries(page.urls ?? {}).flatMap(([name, rawUrl]) => {
    if (knownNames.has(name)) return [];
    const url = addScheme(rawUrl);
    const label = name === 'custom' ? defaultLinkLabel(url) : capitalise(name);
    return [{ path: ['urls', name], kind: toLinkKind(name), label, url }];
  });
}

function toSingleLinks(page: LinkedPage): RawLink[] {
  const keys = ['url_embed', 'link', 'external_link', 'redirect_to'] as const;
  const links = keys.flatMap((key): RawLink[] => {
    const url = addScheme(page[key] ?? '');
    if (url === '') return [];
    const video = /^https?:\/\/([\w-]+\.)*(youtube\.com|youtu\.be|vimeo\.com)\//i.test(url);
    return [
      { path: [key], url, kind: video ? 'video' : 'other', label: video ? 'Video' : 'Website' },
    ];
  });
  // If the address of a page in academicpages is a document, the title in its lists links to it.
  const { permalink = '' } = page;
  if (/\.(pdf|pptx?|key|odp)$/i.test(permalink)) {
    links.push({ path: ['permalink'], kind: 'pdf', label: 'PDF', url: permalink, isAddress: true });
  }
  const doi = stripDoiPrefix(page.doi ?? '');
  if (doi)
    links.push({ path: ['doi'], kind: 'other', label: 'DOI', url: `https://doi.org/${doi}` });
  return links;
}

/** Returns the label of a kind of links. arXiv has a label of its own. */
function toKindLabel(kind: LinkKind, url: string): string | undefined {
  if (kind === 'preprint' && /^https?:\/\/([\w-]+\.)*arxiv\.org\//i.test(url)) return 'arXiv';
  return linkKinds.find(([name]) => name === kind)?.[1];
}

/** Returns the name of the deck in `slides`, which may be written as its file; undefined for an address or another file. */
export function toRawDeckName({ slides }: Pick<LinkedPage, 'slides'>): string | undefined {
  if (!slides || isUrlOrFile(slides)) return undefined;
  return slides
    .replace(/^\/?(content\/)?slides\//i, '')
    .replace(deckFile, '')
    .replace(/\/$/, '');
}

const deckFile = new RegExp(`(/index)?${markdownEndings}$|/index$`, 'i');

/** Returns whether a value has an extension or a scheme. Otherwise it is the name of a deck. */
function isUrlOrFile(slides: string): boolean {
  return /^[a-z]+:|\/\/|\.[a-z0-9]+(?:[?#].*)?$/i.test(slides.replace(deckFile, ''));
}

function toYouTubeUrl(idOrUrl: string | undefined): string | undefined {
  if (idOrUrl === undefined || idOrUrl.includes('/')) return idOrUrl;
  return `https://www.youtube.com/watch?v=${encodeURIComponent(idOrUrl)}`;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).replace(/[_-]/g, ' ');
}
