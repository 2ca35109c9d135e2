import type { Site } from '../../model/site/site.ts';
import type { Talk } from '../../model/talk/talk.ts';
import { deliveryHtml, deliveryText, linkToFile } from './feed-delivery.ts';
import { toFeedHtml } from './feed-html.ts';
import type { Announced } from './feed-order.ts';
import { slidesOf, type FeedFile } from './feed-slides.ts';

/** A talk as any feed tells of it. Addresses are absolute, texts plain unless they say otherwise. */
export interface FeedItem {
  url: string;
  title: string;
  /** The author's summary, or how the abstract begins, or where and when it is. */
  summary: string;
  /** All that the page of the talk says, in well-formed XHTML. */
  html: string;
  authors: string[];
  tags: string[];
  /** Slides that are files of the site. */
  slides: FeedFile[];
  /** Milliseconds since 1970. */
  published?: number;
  revised?: number;
}

/**
 * Nothing of an item depends on the moment of the build but `published`: a talk that has been held
 * is not a changed talk.
 * @param body The HTML that the talk's text below the front matter gives on its page.
 */
export function toFeedItem(site: Site, { talk, published }: Announced, body: string): FeedItem {
  const url = site.absolute(talk.href);
  const { abstract, summary, revised } = talk;
  const where = talk.deliveries.map((held) => deliveryText(held, site.language)).join('; ');
  const html = [introduction(talk, site), abstract?.html ?? paragraph(summary?.html), body];
  return {
    url,
    title: talk.title.text,
    summary: summary?.text ?? abstract?.text.split('\n')[0] ?? where,
    html: toFeedHtml(html.filter(Boolean).join('\n'), url),
    authors: talk.speakers,
    tags: talk.tags.map(({ name }) => name),
    slides: slidesOf(site, talk),
    ...(published !== undefined && { published }),
    ...(revised !== undefined && { revised }),
  };
}

/** Where and when, a line for each delivery, and where the links of the talk lead. */
function introduction({ subtitle, deliveries, links }: Talk, { language }: Site): string {
  const lines = deliveries.map((delivery) => deliveryHtml(delivery, language));
  const held = lines.length > 1 ? `<ul><li>${lines.join('</li><li>')}</li></ul>` : lines.join('');
  const led = links.map(linkToFile).join(' · ');
  return [
    paragraph(subtitle?.html),
    lines.length > 1 ? held : paragraph(held),
    paragraph(led),
  ].join('');
}

function paragraph(html = ''): string {
  return html && `<p>${html}</p>`;
}
