import type { Publication } from '../../model/publication/publication.ts';
import type { PublicationSelection } from '../../model/publication/publication-selection.ts';
import type { Site } from '../../model/site/site.ts';
import { sectionChannel } from '../feed/feed-channel.ts';
import { highwireTags } from '../citation/highwire.ts';
import { publicationGraph } from '../json-ld/json-ld.ts';
import type { Alternate, PageHead } from './page-head.ts';

/** What the page of a publication says of itself. */
export function publicationHead(site: Site, publication: Publication): PageHead {
  const { title, summary, abstract, authors } = publication;
  const people = authors.map(({ name }) => name).join(', ');
  return {
    title: title.text,
    description: summary?.text ?? abstract?.text ?? `${title.text}, by ${people}.`,
    type: 'article',
    ...(publication.private && { hidden: true }),
    citation: highwireTags(site, publication),
    jsonLd: publicationGraph(site, publication),
    feeds: publicationFeeds(site),
  };
}

/** What the list of publications says of itself. */
export function publicationsHead(site: Site): PageHead {
  return {
    title: 'Publications',
    description: `Publications by ${site.name}.`,
    feeds: publicationFeeds(site),
  };
}

/** What the pages of publications of a type or subject say of themselves. */
export function publicationSelectionHead(site: Site, selection: PublicationSelection): PageHead {
  const { by, title } = selection;
  const what = by === 'tag' ? `Publications on ${title}` : title;
  return { title, description: `${what} by ${site.name}.`, feeds: publicationFeeds(site) };
}

function publicationFeeds(site: Site): Alternate[] {
  const { title } = sectionChannel(site, 'publications');
  const { publicationsRss, bibtex } = site.addresses;
  return [
    { title, href: publicationsRss, type: 'application/rss+xml' },
    { title, href: bibtex, type: 'application/x-bibtex' },
  ];
}
