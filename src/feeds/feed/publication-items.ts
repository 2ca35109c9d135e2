import type { Publication } from '../../model/publication/publication.ts';
import type { Site } from '../../model/site/site.ts';
import { escapeHtml } from '../../model/rich-text.ts';
import { linkToFile } from './feed-delivery.ts';
import { toFeedHtml } from './feed-html.ts';
import type { FeedItem } from './feed-item.ts';
import { mostItems } from './feed-order.ts';

/**
 * The newest publications as a feed tells of them, without private ones.
 * @param now In milliseconds since 1970. Nothing is dated later.
 */
export function toPublicationItems(
  site: Site,
  publications: readonly Publication[],
  now: number,
): FeedItem[] {
  const open = publications.filter((one) => !one.private).slice(0, mostItems);
  return open.map((one) => toItem(site, one, now));
}

function toItem(site: Site, publication: Publication, now: number): FeedItem {
  const { title, venue, year, summary, abstract, links, tags, published = Infinity } = publication;
  const url = site.absolute(publication.href);
  const authors = publication.authors.map(({ name }) => name);
  const where = [venue?.html, year].filter(Boolean).join(', ');
  const lines = [escapeHtml(authors.join(', ')), where, links.map(linkToFile).join(' · ')];
  const paragraphs = lines.filter(Boolean).map((line) => `<p>${line}</p>`);
  const about = abstract?.html ?? (summary && `<p>${summary.html}</p>`) ?? '';
  return {
    ...{ url, title: title.text, authors, tags, slides: [] },
    summary: summary?.text ?? abstract?.text.split('\n')[0] ?? title.text,
    html: toFeedHtml([...paragraphs, about].join('\n'), url),
    ...(published <= now && { published }),
  };
}
