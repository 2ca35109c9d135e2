import type { KeyPath } from '../../schema/finding.ts';
import { addressOfLink } from '../../schema/link.ts';
import type { pageLinks } from '../../schema/page-keys.ts';
import type { z } from 'zod';
import { stripDoiPrefix } from './doi.ts';
import { defaultLinkLabel, toLinkKind, linkKinds, addScheme, type LinkKind } from './link.ts';

/** A link as written, before anybody looked where it leads. */
export interface RawLink {
  path: KeyPath;
  kind: LinkKind;
  label: string;
  url: string;
  icon?: { name: string; pack: string | undefined };
  /** It is the address of the page, too, so that nothing is missing where it is no file. */
  isAddress?: true;
}

/** What any page may link to. */
export type LinkedPage = z.output<z.ZodObject<typeof pageLinks>> & { doi?: string | undefined };

/** All links of a page in their one order: by kind, then as the author wrote them. */
export function rawLinks(talk: LinkedPage): RawLink[] {
  const byKind = linkKinds.flatMap(([kind, label]) =>
    candidates(talk, kind).map(([path, written]) => {
      const url = addScheme(written);
      return { path, kind, label: wordOf(kind, url) ?? label, url };
    }),
  );
  return [...byKind, ...namedLinks(talk), ...mappedLinks(talk), ...singleLinks(talk)];
}

function candidates(talk: LinkedPage, kind: LinkKind): [KeyPath, string][] {
  const key = `url_${kind}` as keyof LinkedPage;
  const found: [KeyPath, unknown][] = [[[key], talk[key]]];
  if (kind === 'slides' && talk.slides && isAddress(talk.slides)) {
    found.push([['slides'], talk.slides]);
  }
  if (kind === 'video') found.push([['youtube'], youtubeAddress(talk.youtube)]);
  found.push([['urls', kind], talk.urls?.[kind]]);
  return found.filter((pair): pair is [KeyPath, string] => typeof pair[1] === 'string');
}

/** `links` and `url_custom`: a name or a type, and perhaps an icon. */
function namedLinks(talk: LinkedPage): RawLink[] {
  return (['links', 'url_custom'] as const).flatMap((key) =>
    (talk[key] ?? []).flatMap((link, index) => {
      const address = addressOfLink(link);
      if (!address) return [];
      const { name = link.label } = link;
      const kind = toLinkKind(link.type ?? name);
      const url = addScheme(address);
      const label =
        name ?? wordOf(kind, url) ?? (link.type && capitalise(link.type)) ?? defaultLinkLabel(url);
      const icon = link.icon && { icon: { name: link.icon, pack: link.icon_pack } };
      return [{ path: [key, index, 'url'], kind, label, url, ...icon }];
    }),
  );
}

/** What `urls` holds besides the known kinds. */
function mappedLinks(talk: LinkedPage): RawLink[] {
  const known = new Set<string>(['event', ...linkKinds.map(([kind]) => kind)]);
  return Object.entries(talk.urls ?? {}).flatMap(([name, written]) => {
    if (known.has(name)) return [];
    const url = addScheme(written);
    const label = name === 'custom' ? defaultLinkLabel(url) : capitalise(name);
    return [{ path: ['urls', name], kind: toLinkKind(name), label, url }];
  });
}

function singleLinks(talk: LinkedPage): RawLink[] {
  const keys = ['url_embed', 'link', 'external_link'] as const;
  const links = keys.flatMap((key): RawLink[] => {
    const url = addScheme(talk[key] ?? '');
    if (url === '') return [];
    const video = /^https?:\/\/([\w-]+\.)*(youtube\.com|youtu\.be|vimeo\.com)\//i.test(url);
    return [
      { path: [key], url, kind: video ? 'video' : 'other', label: video ? 'Video' : 'Website' },
    ];
  });
  // Where academicpages has a document for the address of a page, the title in its lists leads there.
  const { permalink = '' } = talk;
  if (/\.(pdf|pptx?|key|odp)$/i.test(permalink)) {
    links.push({ path: ['permalink'], kind: 'pdf', label: 'PDF', url: permalink, isAddress: true });
  }
  const doi = stripDoiPrefix(talk.doi ?? '');
  if (doi)
    links.push({ path: ['doi'], kind: 'other', label: 'DOI', url: `https://doi.org/${doi}` });
  return links;
}

/** What a link of a kind is called; readers know arXiv by its name. */
function wordOf(kind: LinkKind, url: string): string | undefined {
  if (kind === 'preprint' && /^https?:\/\/([\w-]+\.)*arxiv\.org\//i.test(url)) return 'arXiv';
  return linkKinds.find(([name]) => name === kind)?.[1];
}

/** The name of a deck in `slides`, also written as its file; undefined for an address or another file. */
export function rawDeckName({ slides }: Pick<LinkedPage, 'slides'>): string | undefined {
  if (!slides || isAddress(slides)) return undefined;
  return slides
    .replace(/^\/?(content\/)?slides\//i, '')
    .replace(deckFile, '')
    .replace(/\/$/, '');
}

const deckFile = /(\/index)?\.(md|markdown)$|\/index$/i;

/** What has neither an extension nor a scheme is the name of a deck. */
function isAddress(slides: string): boolean {
  return /^[a-z]+:|\/\/|\.[a-z0-9]+(?:[?#].*)?$/i.test(slides.replace(deckFile, ''));
}

function youtubeAddress(written: string | undefined): string | undefined {
  if (written === undefined || written.includes('/')) return written;
  return `https://www.youtube.com/watch?v=${encodeURIComponent(written)}`;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).replace(/[_-]/g, ' ');
}
