import { render } from 'astro:content';
import { type CvEntry, entryHasMath } from '../model/cv/cv-entry.ts';
import type { Page } from '../model/page/page.ts';
import {
  defaultCount,
  defaultHome,
  type HomeContent,
  toHomePartId,
  type HomePartView,
  selectHomeTalks,
} from '../model/site/home.ts';
import { toHomeTitle } from '../model/site/section-titles.ts';
import { introduceOwner } from '../model/site/site.ts';
import { countDeliveries } from '../model/talk/schedule.ts';
import type { HomePart, HomeSection } from '../schema/home.ts';
import {
  getCourses,
  getOwner,
  getPosts,
  getProjects,
  getPublications,
  getTalks,
  now,
} from './collections.ts';
import { getSettings } from './entries.ts';
import { getAbout, getCv, getSite } from './site.ts';
import { loadEntries } from './store.ts';

/** Returns the parts of the home page in their order, without empty ones. */
export async function getHome(): Promise<(LoadedPart & HomePartView)[]> {
  const { home = defaultHome } = await getSettings();
  const parts = await Promise.all(home.map((part) => loadPart(part, home)));
  return parts.flatMap((part) => part ?? []);
}

async function loadPart(part: HomePart, parts: readonly HomePart[]) {
  const { section, text, title } = part;
  const id = toHomePartId(part);
  if (section === undefined) return loadText(text, { id, title });
  const loaded = await homePartLoaders[section](part, parts);
  return loaded && { ...loaded, id, title: title ?? toHomeTitle(await getSettings(), section) };
}

async function loadText(
  name: string | undefined,
  { id, title }: Pick<HomePartView, 'id' | 'title'>,
) {
  const texts = await loadEntries('homeTexts');
  const entry = texts.find((text) => text.id === name);
  if (!entry) return undefined;
  const { data } = entry;
  const { subtitle, hasMath, hasPlayer } = data;
  const { Content } = await render(entry);
  const labels = { id, title: title ?? data.title };
  return { kind: 'text' as const, ...labels, subtitle, Content, hasMath, hasPlayer };
}

/** A part with the component of its text. */
type LoadedPart = HomeContent & {
  Content?: NonNullable<Awaited<ReturnType<typeof getAbout>>>['Content'];
  hasMath: boolean;
};

type PartLoader = (part: HomePart, parts: readonly HomePart[]) => Promise<LoadedPart | undefined>;

/** Functions that load the content of each part; undefined for an empty part. */
const homePartLoaders: Record<HomeSection, PartLoader> = {
  about: async (_, parts) => {
    const [site, about, owner] = await Promise.all([getSite(), getAbout(), getOwner()]);
    const { links, ...who } = introduceOwner(site, owner);
    return {
      kind: 'about',
      who: { ...who, links: hasPart(parts, 'contact') ? [] : links },
      ...(about?.portrait && { portrait: about.portrait }),
      interests: owner?.interests ?? [],
      education: hasPart(parts, 'education') ? [] : (owner?.education ?? []),
      html: about?.html,
      Content: about?.Content,
      hasPlayer: about?.hasPlayer ?? false,
      hasMath: (about?.hasMath ?? false) || (owner?.hasMath ?? false),
    };
  },
  next_talk: async () => {
    const { next: deliveries } = selectHomeTalks((await getTalks()).all, now);
    return deliveries.length > 0
      ? { kind: 'next', deliveries, ...withMath(deliveries) }
      : undefined;
  },
  featured_talks: async ({ count: featured }) => {
    const { featured: talks } = selectHomeTalks((await getTalks()).all, now, { featured });
    return talks.length > 0 ? { kind: 'featured', talks, ...withMath(talks) } : undefined;
  },
  recent_talks: async ({ count: recent }) => {
    const { all, schedule } = await getTalks();
    const { recent: deliveries } = selectHomeTalks(all, now, { recent });
    // As many as in the list of talks, which shows each delivery.
    const count = countDeliveries(schedule);
    return all.length > 0
      ? { kind: 'talks', deliveries, count, ...withMath(deliveries) }
      : undefined;
  },
  featured_publications: async ({ count }, parts) => {
    const all = await getPublications();
    const featured = all.filter((publication) => publication.featured).slice(0, count);
    // A second link to the list is not needed.
    const hasRecent = hasPart(parts, 'recent_publications');
    return toPagesPart('publications', featured, hasRecent ? featured : all);
  },
  recent_publications: async ({ count = defaultCount }) => {
    const all = await getPublications();
    return toPagesPart('publications', all.slice(0, count), all);
  },
  projects: async ({ count }) => {
    const all = await getProjects();
    return toPagesPart('projects', all.slice(0, count), all);
  },
  posts: async ({ count = defaultCount }) => {
    const all = await getPosts();
    return toPagesPart('posts', all.slice(0, count), all);
  },
  teaching: async ({ count = defaultCount }) => {
    const all = await getCourses();
    return toPagesPart('courses', all.slice(0, count), all, 'teaching');
  },
  experience: async (part) => toEntriesPart(await getCvEntries('work'), part),
  education: async (part) =>
    toEntriesPart((await getCvEntries('education')) ?? (await getOwner())?.education, part),
  awards: async (part) => toEntriesPart(await getCvEntries('awards'), part),
  skills: async (part) => toEntriesPart(await getCvEntries('skills'), part),
  contact: async () => {
    const { links } = await getSite();
    return links.length > 0 ? { kind: 'contact', links, hasMath: false } : undefined;
  },
};

function withMath(talks: readonly { talk: Page }[]) {
  return { hasMath: talks.some(({ talk }) => talk.hasMath) };
}

/** Returns a part with pages of a section; undefined without pages. */
async function toPagesPart<K extends string, P extends Page>(
  kind: K,
  pages: readonly P[],
  all: readonly P[],
  section: string = kind,
) {
  const { addresses } = await getSite();
  const hasMath = pages.some((page) => page.hasMath);
  const href = addresses.section(section);
  return pages.length > 0 ? { kind, pages, count: all.length, href, hasMath } : undefined;
}

/** Returns the entries of a section of the CV. */
async function getCvEntries(id: string): Promise<CvEntry[] | undefined> {
  const loaded = await getCv();
  return loaded?.cv.sections.find((section) => section.id === id)?.entries;
}

function toEntriesPart(all: readonly CvEntry[] = [], { count }: HomePart): LoadedPart | undefined {
  const entries = all.slice(0, count);
  const hasMath = entries.some(entryHasMath);
  return entries.length > 0 ? { kind: 'entries', entries, hasMath } : undefined;
}

function hasPart(parts: readonly HomePart[], section: HomeSection): boolean {
  return parts.some((part) => part.section === section);
}
