import type { KeyPath } from '../schema/finding.ts';
import type { TalkFrontMatter } from '../schema/talk.ts';

/** What a link leads to. `other` is what the author named themselves. */
export type LinkKind =
  | 'slides'
  | 'video'
  | 'pdf'
  | 'code'
  | 'preprint'
  | 'poster'
  | 'dataset'
  | 'source'
  | 'project'
  | 'other';

/** A link as a visitor finds it: it leads somewhere that exists. */
export interface TalkLink {
  kind: LinkKind;
  label: string;
  href: string;
  /** An icon of the author's choice, by Font Awesome or Academicons name. */
  icon?: { name: string; pack: string | undefined };
  /** Set for a file of this site. */
  file?: SiteFile;
}

/** A published file of the site. */
export interface SiteFile {
  /** Its address, under the base path. */
  href: string;
  bytes: number;
}

/** A link as written, before anybody looked where it leads. */
export interface WrittenLink {
  path: KeyPath;
  kind: LinkKind;
  label: string;
  url: string;
  icon?: { name: string; pack: string | undefined };
}

const kinds: readonly [LinkKind, string][] = [
  ['slides', 'Slides'],
  ['video', 'Video'],
  ['pdf', 'PDF'],
  ['code', 'Code'],
  ['preprint', 'Preprint'],
  ['poster', 'Poster'],
  ['dataset', 'Dataset'],
  ['source', 'Source'],
  ['project', 'Project'],
];

/** All links of a talk in their one order: by kind, then as the author wrote them. */
export function writtenLinks(talk: TalkFrontMatter): WrittenLink[] {
  const byKind = kinds.flatMap(([kind, label]) =>
    candidates(talk, kind).map(([path, url]) => ({ path, kind, label, url })),
  );
  const free = [
    ...(talk.links ?? []).map((link, i) => ({ link, path: ['links', i, 'url'] })),
    ...(talk.url_custom ?? []).map((link, i) => ({ link, path: ['url_custom', i, 'url'] })),
  ].flatMap(({ link, path }) => {
    if (!link.url) return [];
    const kind = kindOf(link.type ?? link.name);
    const label = link.name ?? kinds.find(([k]) => k === kind)?.[1] ?? hostOf(link.url);
    const icon = link.icon && { icon: { name: link.icon, pack: link.icon_pack } };
    return [{ path, kind, label, url: link.url, ...icon }];
  });
  const rest = (['link', 'external_link'] as const).flatMap((key) => {
    const url = talk[key];
    return url ? [{ path: [key], kind: 'other' as const, label: 'Website', url }] : [];
  });
  return [...byKind, ...free, ...rest];
}

function candidates(talk: TalkFrontMatter, kind: LinkKind): [KeyPath, string][] {
  const key = `url_${kind}` as keyof TalkFrontMatter;
  const found: [KeyPath, unknown][] = [[[key], talk[key]]];
  if (kind === 'slides' && talk.slides && isAddress(talk.slides)) {
    found.push([['slides'], talk.slides]);
  }
  if (kind === 'video') found.push([['youtube'], youtubeAddress(talk.youtube)]);
  found.push([['urls', kind], talk.urls?.[kind]]);
  return found.filter((pair): pair is [KeyPath, string] => typeof pair[1] === 'string');
}

/** What has a scheme or an extension is an address or a file; the rest names a Markdown deck. */
function isAddress(slides: string): boolean {
  return /^[a-z]+:|\/\/|\.[a-z0-9]+(?:[?#].*)?$/i.test(slides);
}

function youtubeAddress(written: string | undefined): string | undefined {
  if (written === undefined || written.includes('/')) return written;
  return `https://www.youtube.com/watch?v=${encodeURIComponent(written)}`;
}

/** `Slides`, `slides` and `My slides (PDF)` are slides. */
export function kindOf(name: string | undefined): LinkKind {
  const word = name?.toLowerCase() ?? '';
  return kinds.find(([kind]) => new RegExp(`\\b${kind}\\b`).test(word))?.[0] ?? 'other';
}

/** The host of an address, or the name of a file, for a link that has no name. */
export function hostOf(url: string): string {
  const host = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1];
  return (
    host ??
    url
      .replace(/^mailto:/i, '')
      .split('/')
      .at(-1) ??
    url
  );
}

export function leavesSite(url: string): boolean {
  return /^(https?:|mailto:|\/\/)/i.test(url);
}
