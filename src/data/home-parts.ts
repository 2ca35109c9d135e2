import { entryHasMath, type CvEntry } from '../model/cv/cv-entry.ts';
import { type HomeContent, toHome, defaultCount } from '../model/site/home.ts';
import { introduceOwner } from '../model/site/site.ts';
import type { Page } from '../model/page/page.ts';
import type { HomeSection, HomePart } from '../schema/home.ts';
import { getSite, getAbout, getCv } from './site.ts';
import {
  getCourses,
  now,
  getOwner,
  getPosts,
  getProjects,
  getPublications,
  getTalks,
} from './collections.ts';

/** A part, the component of its text, and whether there is a formula in it. */
export type FoundPart = HomeContent & {
  Content?: NonNullable<Awaited<ReturnType<typeof getAbout>>>['Content'];
  hasMath: boolean;
};

type Reader = (part: HomePart, all: readonly HomePart[]) => Promise<FoundPart | undefined>;

/** What each part shows; undefined for one that has nothing to show. */
export const homeReaders: Record<HomeSection, Reader> = {
  about: async (_, all) => {
    const [site, about, owner] = await Promise.all([getSite(), getAbout(), getOwner()]);
    const { links, ...who } = introduceOwner(site, owner);
    const isNamed = (section: HomeSection) => all.some((part) => part.section === section);
    return {
      kind: 'about',
      who: { ...who, links: isNamed('contact') ? [] : links },
      ...(about?.picture && { portrait: about.picture }),
      interests: owner?.interests ?? [],
      education: isNamed('education') ? [] : (owner?.education ?? []),
      html: about?.html,
      Content: about?.Content,
      hasPlayer: about?.hasPlayer ?? false,
      hasMath: (about?.hasMath ?? false) || (owner?.hasMath ?? false),
    };
  },
  next_talk: async () => {
    const { next: occasions } = toHome((await getTalks()).all, now);
    return occasions.length > 0 ? { kind: 'next', occasions, ...ofTalks(occasions) } : undefined;
  },
  featured_talks: async ({ count: featured }) => {
    const { featured: talks } = toHome((await getTalks()).all, now, { featured });
    return talks.length > 0 ? { kind: 'featured', talks, ...ofTalks(talks) } : undefined;
  },
  recent_talks: async ({ count: recent }) => {
    const { all } = await getTalks();
    const { recent: occasions } = toHome(all, now, { recent });
    const shown = { kind: 'talks', occasions, count: all.length, ...ofTalks(occasions) } as const;
    return all.length > 0 ? shown : undefined;
  },
  featured_publications: async ({ count }, parts) => {
    const all = await getPublications();
    const featured = all.filter((one) => one.featured).slice(0, count);
    // One link to all of them is enough.
    const hasRecent = parts.some(({ section }) => section === 'recent_publications');
    return listed('publications', featured, hasRecent ? featured : all);
  },
  recent_publications: async ({ count = defaultCount }, parts) => {
    const all = await getPublications();
    const featuresSome = parts.some(({ section }) => section === 'featured_publications');
    const recent = featuresSome ? all.filter(({ featured }) => !featured) : all;
    return listed('publications', recent.slice(0, count), all);
  },
  projects: async ({ count }) => {
    const all = await getProjects();
    return listed('projects', all.slice(0, count), all);
  },
  posts: async ({ count = defaultCount }) => {
    const all = await getPosts();
    return listed('posts', all.slice(0, count), all);
  },
  teaching: async ({ count = defaultCount }) => {
    const all = await getCourses();
    return listed('courses', all.slice(0, count), all, 'teaching');
  },
  experience: async (part) => entries(await fromCv('work'), part),
  education: async (part) =>
    entries((await fromCv('education')) ?? (await getOwner())?.education, part),
  awards: async (part) => entries(await fromCv('awards'), part),
  skills: async (part) => entries(await fromCv('skills'), part),
  contact: async () => {
    const { links } = await getSite();
    return links.length > 0 ? { kind: 'contact', links, hasMath: false } : undefined;
  },
};

function ofTalks(shown: readonly { talk: Page }[]) {
  return { hasMath: shown.some(({ talk }) => talk.hasMath) };
}

/** Some pages of a section; undefined for none. */
async function listed<K extends string, P extends Page>(
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

async function fromCv(id: string): Promise<CvEntry[] | undefined> {
  const found = await getCv();
  return found?.cv.sections.find((section) => section.id === id)?.entries;
}

function entries(all: readonly CvEntry[] = [], { count }: HomePart): FoundPart | undefined {
  const entries = all.slice(0, count);
  const hasMath = entries.some(entryHasMath);
  return entries.length > 0 ? { kind: 'entries', entries, hasMath } : undefined;
}
