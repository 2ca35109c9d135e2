import type { Site } from '../../model/site/site.ts';
import type { Talk } from '../../model/talk/talk.ts';

/** A file that a reader may fetch with an item. */
export interface FeedFile {
  url: string;
  type: string;
  bytes: number;
}

const mediaTypes: Record<string, string> = {
  html: 'text/html',
  key: 'application/vnd.apple.keynote',
  odp: 'application/vnd.oasis.opendocument.presentation',
  pdf: 'application/pdf',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  zip: 'application/zip',
};

/** The slides of a talk that are files of this site: its own first, then those of its latest delivery. */
export function slidesOf(site: Site, { links, deliveries }: Talk): FeedFile[] {
  const files = [links, ...deliveries.map((delivery) => delivery.links).reverse()]
    .flat()
    .filter(({ kind }) => kind === 'slides')
    .flatMap(({ href, file }) => (file ? [{ url: site.absolute(href), bytes: file.bytes }] : []));
  const once = new Map(files.map((file) => [file.url, file]));
  return [...once.values()].map(({ url, bytes }) => ({ url, type: mediaType(url), bytes }));
}

function mediaType(url: string): string {
  const extension = /\.([a-z0-9]+)(?:[?#].*)?$/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return mediaTypes[extension] ?? 'application/octet-stream';
}
