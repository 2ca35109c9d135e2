import { toMainDeliveries, type TalkDelivery } from '../../model/talk/talk-deliveries.ts';
import type { PageSummary } from '../../model/site/page-summary.ts';
import type { Publication } from '../../model/publication/publication.ts';
import { toSectionTitle } from '../../model/site/section-titles.ts';
import { hasPages, type Site } from '../../model/site/site.ts';
import type { Talk } from '../../model/talk/talk.ts';
import { isOver } from '../../model/page/when.ts';
import { formatDay } from '../../model/page/format-when.ts';
import { toMarkdownLink, toMarkdownText } from '../text/markdown-text.ts';
import { getPlaceBesideEvent } from '../../model/talk/delivery.ts';

const maxRecent = 10;

/**
 * Returns the site for language models (llmstxt.org): a title, a summary, and lists of links with notes
 * to the Markdown of each public talk and to each publication.
 * @param otherSections Pages of the other sections, by title.
 * @param now In milliseconds since 1970.
 */
export function toLlmsTxt(
  site: Site,
  talks: readonly Talk[],
  publications: readonly Publication[],
  otherSections: readonly (readonly [name: string, pages: readonly PageSummary[]])[],
  now: number,
): string {
  const publicDeliveries = toMainDeliveries(
    talks.filter((talk) => !talk.private && !talk.draft),
    now,
  );
  const upcoming = publicDeliveries.filter(({ delivery }) => !isOver(delivery.when, now)).reverse();
  const past = publicDeliveries.filter(({ delivery }) => isOver(delivery.when, now));
  const publicPapers = publications.filter((item) => !item.private && !item.draft);
  const { addresses, absolute } = site;
  const ownerDetails = [site.role, site.affiliation?.name].filter((part) => part !== undefined);
  const pages: [string, string][] = [
    ...(hasPages(site, 'talks')
      ? ([
          ['All talks', addresses.talks],
          ['Talks by tag', addresses.tags],
          ['RSS feed of talks', addresses.rss],
          ['JSON Feed of talks', addresses.jsonFeed],
          ['Calendar of talks', addresses.calendar],
        ] satisfies [string, string][])
      : []),
    ...(publicPapers.length > 0
      ? [['Publications as BibTeX', addresses.bibtex] satisfies [string, string]]
      : []),
  ];
  const sections: [string, string[]][] = [
    ['Upcoming talks', upcoming.map((talkDelivery) => toTalkEntry(site, talkDelivery))],
    [
      'Recent talks',
      past.slice(0, maxRecent).map((talkDelivery) => toTalkEntry(site, talkDelivery)),
    ],
    ['Earlier talks', past.slice(maxRecent).map((talkDelivery) => toTalkEntry(site, talkDelivery))],
    [
      toSectionTitle(site, 'publications'),
      publicPapers.map((item) => toPublicationEntry(site, item)),
    ],
    ...otherSections.map(([name, summaries]): [string, string[]] => [
      name,
      summaries.filter(({ page }) => !page.draft).map((item) => toPageEntry(site, item)),
    ]),
    ['Optional', pages.map(([name, href]) => `- ${toMarkdownLink(name, absolute(href))}`)],
  ];
  const blocks = [
    `# ${toMarkdownText(site.name)}`,
    `> ${toMarkdownText(site.description ?? site.feed.description)}`,
    ...(ownerDetails.length > 0 ? [`${ownerDetails.map(toMarkdownText).join(', ')}.`] : []),
    ...sections
      .filter(([, entries]) => entries.length > 0)
      .map(([name, entries]) => `## ${name}\n\n${entries.join('\n')}`),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function toTalkEntry(
  { absolute, addresses, language }: Site,
  { talk, delivery }: TalkDelivery,
): string {
  const { event, when, status } = delivery;
  const where = getPlaceBesideEvent(delivery)?.short;
  const details = [event?.name.text, where?.text, formatDay(when, language)];
  const notes = [...details, status === 'scheduled' ? undefined : status].filter(Boolean);
  const link = toMarkdownLink(talk.title.text, absolute(addresses.talkMarkdown(talk.slug)));
  return `- ${link}: ${toMarkdownText(notes.join(', '))}`;
}

function toPageEntry({ absolute }: Site, { page, people, where, when }: PageSummary): string {
  const { title, href, summary } = page;
  const details = [people.join(', '), where, when].filter(Boolean).join(', ');
  const notes = [details, summary?.text].filter(Boolean).join('. ');
  const link = `- ${toMarkdownLink(title.text, absolute(href))}`;
  return notes ? `${link}: ${toMarkdownText(notes)}` : link;
}

function toPublicationEntry({ absolute }: Site, publication: Publication): string {
  const { title, href, authors, venueShort, year } = publication;
  const people = authors.map(({ name }) => name).join(', ');
  const notes = [people, venueShort?.text, year].filter(Boolean).join(', ');
  return `- ${toMarkdownLink(title.text, absolute(href))}: ${toMarkdownText(notes)}`;
}
