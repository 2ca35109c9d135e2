import { cacheDir } from 'astro:config/server';
import { fileURLToPath } from 'node:url';
import {
  loadCachedShareImage,
  prepareShareImages,
  type Drawing,
} from '../content/assets/share-image-cache.ts';
import { digestPage } from '../content/build/page-digest.ts';
import { findMainDelivery } from '../model/talk/talk-deliveries.ts';
import {
  toPageShareCard,
  toSiteShareCard,
  toTalkShareCard,
  type ShareCard,
} from '../model/site/share-card.ts';
import { memoize } from './memoize.ts';
import { getSite } from './site.ts';
import { now, getPageSummaries, getTalks } from './collections.ts';

const folder = fileURLToPath(new URL('share-pictures/', cacheDir));

/** Returns the card of each talk, except private ones. */
export const getTalkCards = memoize(async (): Promise<{ slug: string; card: ShareCard }[]> => {
  const [{ all }, { language }] = await Promise.all([getTalks(), getSite()]);
  return all
    .filter((talk) => !talk.private)
    .map((talk) => ({
      slug: talk.slug,
      card: toTalkShareCard(talk, findMainDelivery(talk, now), language),
    }));
});

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

/**
 * In a build, starts to draw the images that are not in the cache, while pages are rendered, and removes images that
 * the site does not use any more.
 */
export function drawShareImagesAhead(drawing: Drawing): void {
  if (import.meta.env.DEV) return;
  // An image that was not drawn ahead is drawn when it is loaded, which reports errors.
  void prepare(drawing).catch(() => undefined);
}

async function prepare(drawing: Drawing): Promise<void> {
  const [site, pages, talks] = await Promise.all([getSiteCard(), getPageCards(), getTalkCards()]);
  const cards = [site, ...[...pages, ...talks].map(({ card }) => card)];
  await prepareShareImages(folder, cards, drawing);
}

/** Returns the image of a card as PNG, from the cache of an earlier build if it is there. */
export function loadShareImage(card: ShareCard, drawing: Drawing): Promise<Buffer> {
  return loadCachedShareImage(folder, card, drawing);
}

/** Returns the key by which the next build may keep the image of a card. */
export function digestCard(card: ShareCard): string {
  return digestPage(card);
}

export function toImageResponse(image: Buffer): Response {
  return new Response(new Uint8Array(image), { headers: { 'Content-Type': 'image/png' } });
}
