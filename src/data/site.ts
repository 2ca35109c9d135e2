import { render } from 'astro:content';
import { publishBuildEvent } from '../content/validate/channels.ts';
import type { PageImage } from '../model/page/image.ts';
import type { Page } from '../model/page/page.ts';
import { toCv, toCvTextName } from '../model/cv/cv.ts';
import { toCvHead } from '../model/cv/cv-head.ts';
import { toMenu, addOwnerDetails, type Site } from '../model/site/site.ts';
import type { Portrait } from '../model/site/home.ts';
import { toTalkEntries } from '../model/talk/cv-talks.ts';
import { toPublicationEntries } from '../model/publication/cv-publications.ts';
import { toDay, toNextMidnight } from '../model/page/when.ts';
import { formatDay } from '../model/page/format-when.ts';
import {
  getOwner,
  getPageSummaries,
  getPeopleGroups,
  getPublications,
  getSitePages,
  getTalks,
  now,
} from './collections.ts';
import { getPageBody, getSettings } from './entries.ts';
import { loadEntry } from './store.ts';
import { memoize } from './memoize.ts';

/** Returns the site with its menu and the details from the file of its owner. */
export const getSite = memoize(async (): Promise<Site> => {
  const site = await getSettings();
  // Decks and plain pages have no list: a deck is linked from its talk.
  const { slides: _, pages, ...listed } = await getSitePages();
  const sections: [string, readonly Page[]][] = Object.entries(listed);
  const hasContent = Object.fromEntries(
    sections.map(([name, pages]) => [name, pages.some((page) => !page.private)]),
  );
  const cv = (await loadEntry('cv', 'cv')) !== undefined;
  const people = (await getPeopleGroups()).length > 0;
  const menuPages = pages.filter((page) => !page.private);
  const navigation = toMenu(site, { ...hasContent, people, cv }, menuPages);
  const summaries = Object.values(await getPageSummaries()).flat();
  const searchable = hasContent['talks'] === true || summaries.length > 0;
  const filledSections = Object.keys(hasContent).filter((name) => hasContent[name]);
  return { ...addOwnerDetails(site, await getOwner()), searchable, filledSections, navigation };
});

/** Returns the day of the build in the time zone of the site, as text. */
export async function getToday(): Promise<string> {
  const { language, timezone } = await getSite();
  publishBuildEvent({ kind: 'valid', until: toNextMidnight(now, timezone) });
  return formatDay(toDay(now, timezone), language);
}

/** Returns the CV, with the parts that come from the site; undefined without `cv.yaml`. */
export async function getCv() {
  const entry = await loadEntry('cv', 'cv');
  if (!entry) return undefined;
  const { written: rawCv, texts, hasMath, hasPdf } = entry.data;
  const site = await getSite();
  const { deliveries } = await getTalks();
  const talks = toTalkEntries(rawCv.talks, deliveries, site.language);
  const publications = toPublicationEntries(
    rawCv.publications,
    await getPublications(),
    (i) => texts[toCvTextName(['publications', i, 'summary'])],
  );
  const cv = toCv(rawCv, texts, talks, site, publications);
  const talksHaveMath = rawCv.talks !== 'none' && deliveries.some(({ talk }) => talk.hasMath);
  const publicationsHaveMath = publications.entries.some(({ what, where = [] }) =>
    [what, ...where].some((text) => text?.hasMath),
  );
  return {
    ...{ cv, head: toCvHead(rawCv, site), hasPdf },
    hasMath: hasMath || talksHaveMath || publicationsHaveMath,
  };
}

/**
 * Returns the biography, as a component or as HTML, and the portrait. Without `about.md` they are from the
 * file of the owner; undefined without either file.
 */
export async function getAbout() {
  const entry = await loadEntry('about', 'about');
  if (!entry) return getAboutOwner();
  const { portrait, portraitAlt, animated = false, hasMath, hasPlayer } = entry.data;
  const { Content } = await render(entry);
  const { name } = await getSite();
  return {
    Content,
    html: undefined,
    hasMath,
    hasPlayer,
    ...(portrait && { portrait: toPortrait(portrait, portraitAlt ?? name, animated) }),
  };
}

function toPortrait(file: PageImage['file'], alt: string, animated: boolean): Portrait {
  return { file, alt, animated };
}

async function getAboutOwner() {
  const owner = await getOwner();
  if (!owner) return undefined;
  const { slug, title, bio, image, hasBody, hasMath, hasPlayer } = owner;
  return {
    Content: hasBody ? await getPageBody('people', slug) : undefined,
    html: hasBody ? undefined : bio?.html,
    ...{ hasMath, hasPlayer },
    ...(image && { portrait: { ...image, alt: image.alt || title.text } }),
  };
}
