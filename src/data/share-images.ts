import { cacheDir } from 'astro:config/server';
import { fileURLToPath } from 'node:url';
import { keptPicture, type Drawing } from '../content/assets/share-image-cache.ts';
import { mainDelivery } from '../model/talk/talk-deliveries.ts';
import {
  pageShareCard,
  siteShareCard,
  talkShareCard,
  type ShareCard,
} from '../model/site/share-card.ts';
import { getSite } from './site.ts';
import { now, getPageSummaries, getTalks } from './collections.ts';

/** The card of each talk that may be shared: of all but private ones. */
export async function getTalkCards(): Promise<{ slug: string; card: ShareCard }[]> {
  const [{ all }, { language }] = await Promise.all([getTalks(), getSite()]);
  return all
    .filter((talk) => !talk.private)
    .map((talk) => ({
      slug: talk.slug,
      card: talkShareCard(talk, mainDelivery(talk, now), language),
    }));
}

/** The card of each page of other sections; publications, which may be hundreds, have that of the site. */
export async function getPageCards(): Promise<
  { section: string; slug: string; card: ShareCard }[]
> {
  const [{ publications: _, ...sections }, { name }] = await Promise.all([
    getPageSummaries(),
    getSite(),
  ]);
  return Object.entries(sections).flatMap(([section, found]) =>
    found.map((one) => ({ section, slug: one.page.slug, card: pageShareCard(one, name) })),
  );
}

/** The card of the site as a whole. */
export async function getSiteCard(): Promise<ShareCard> {
  return siteShareCard(await getSite());
}

/** The picture of a card as PNG, drawn only when an earlier build has not done so. */
export function loadShareImage(card: ShareCard, drawing: Drawing): Promise<Buffer> {
  return keptPicture(fileURLToPath(new URL('share-pictures/', cacheDir)), card, drawing);
}
