import { getEntry } from 'astro:content';
import { toMenu, type Site, withOwner } from '../model/site/site.ts';
import { toDay } from '../model/talk/when.ts';
import { formatDay } from '../model/talk/when-text.ts';
import { now } from './now.ts';
import { once } from './once.ts';
import { getPageFacts } from './page-facts.ts';
import { getOwner, getPeopleGroups } from './people.ts';
import { getSections } from './sections.ts';
import { getSettings } from './settings.ts';

/** The site with its menu, read once in a build. */
export const getSite = once(async (): Promise<Site> => {
  const site = await getSettings();
  // A deck is found at the talk that it was shown in: there is no list of them, nor one of plain pages.
  const { slides: _, pages, ...listed } = await getSections();
  const sections = Object.entries(listed);
  const filled = Object.fromEntries(
    sections.map(([name, pages]) => [name, pages.some((page) => !page.private)]),
  );
  const cv = (await getEntry('cv', 'cv')) !== undefined;
  const people = (await getPeopleGroups()).length > 0;
  const own = pages.filter((page) => !page.private);
  const navigation = toMenu(site, { ...filled, people, cv }, own);
  const others = Object.values(await getPageFacts()).flat();
  const searchable = filled['talks'] === true || others.length > 0;
  return { ...withOwner(site, await getOwner()), searchable, navigation };
});

/** The day of the build in the site's own zone, in words. */
export async function getToday(): Promise<string> {
  const { language, timezone } = await getSite();
  return formatDay(toDay(now, timezone), language);
}
