import { cacheDir } from 'astro:config/server';
import { fileURLToPath } from 'node:url';
import { loadCachedShareImage, type Drawing } from '../content/assets/share-image-cache.ts';
import { findMainDelivery } from '../model/talk/talk-deliveries.ts';
import {
  toPageShareCard,
  toSiteShareCard,
  toTalkShareCard,
  type ShareCard,
} from '../model/site/share-card.ts';
import { getSite } from './site.ts';
import { now, getPageSummaries, getTalks } from './collections.ts';

/** Returns the card of each talk, except private ones. */
export async function getTalkCards(): Promise<{ slug: string; card: ShareCard }[]> {
  const [{ all }, { language }] = await Promise.all([getTalks(), getSite()]);
  return all
    .filter((talk) => !talk.private)
    .map((talk) => ({
      slug: talk.slug,
      card: toTalkShareCard(talk, findMainDelivery(talk, now), language),
    }));
}

/** Returns the card of each page of other sections. Publications, of which there may be hundreds, have that of the site. */
export async function getPageCards(): Promise<
  { section: string; slug: string; card: ShareCard }[]
> {
  const [{ publications: _, ...sections }, { name }] = await Promise.all([
    getPageSummaries(),
    getSite(),
  ]);
  return Object.entries(sections).flatMap(([section, summaries]) =>
    summaries.map((summary) => ({
      section,
      slug: summary.page.slug,
      card: toPageShareCard(summary, name),
    })),
  );
}

/** Returns the card of the site. */
export async function getSiteCard(): Promise<ShareCard> {
  return toSiteShareCard(await getSite());
}

/** Returns the image of a card as PNG, from the cache of an earlier build if it is there. */
export function loadShareImage(card: ShareCard, drawing: Drawing): Promise<Buffer> {
  return loadCachedShareImage(fileURLToPath(new URL('share-pictures/', cacheDir)), card, drawing);
}
