import { getCollection, getEntry, render, type CollectionEntry } from 'astro:content';
import { byTag, pastTalks, sortNewestFirst, upcomingTalks } from '../model/order.ts';
import { isOver } from '../model/when.ts';
import { toTalk, type Talk } from '../model/talk.ts';
import { now } from './now.ts';
import { getSite } from './site.ts';

/** The talks that a visitor may see, in the orders in which pages show them. */
export interface Talks {
  /** Newest first. */
  all: Talk[];
  /** Next first. */
  upcoming: Talk[];
  /** Latest first. */
  past: Talk[];
  featured: Talk[];
  tags: ReturnType<typeof byTag>;
}

let talks: Promise<Talks> | undefined;

/** All talks, read once in a build. Drafts and what is not yet published show in dev alone. */
export function getTalks(): Promise<Talks> {
  if (talks && !import.meta.env.DEV) return talks;
  talks = readTalks();
  return talks;
}

async function readTalks(): Promise<Talks> {
  const site = await getSite();
  const entries = await getCollection('talks');
  const found = entries.map(({ data }) =>
    toTalk(
      {
        ...data,
        findFile: (written) =>
          Object.hasOwn(data.files, written) ? data.files[written] : undefined,
      },
      { ...site, owner: site.name },
    ),
  );
  const shown = import.meta.env.DEV ? found.map(markHidden) : found.filter(isPublic);
  const all = sortNewestFirst(shown);
  return {
    all,
    upcoming: upcomingTalks(all, now),
    past: pastTalks(all, now),
    featured: all.filter((talk) => talk.featured),
    tags: byTag(all),
  };
}

/** While writing, what a build leaves out is there and says so. */
function markHidden(talk: Talk): Talk {
  return { ...talk, draft: !isPublic(talk) };
}

function isPublic(talk: Talk): boolean {
  const { draft, hiddenUntil = -Infinity, hiddenFrom = Infinity } = talk;
  return !draft && hiddenUntil <= now && now < hiddenFrom;
}

/** Whether a talk is still to come, or going on, at the moment of the build. */
export function isUpcoming(talk: Talk): boolean {
  return !isOver(talk.when, now);
}

/** The body of a talk as a component, and what its own page needs besides. */
export async function getTalkBody(slug: string) {
  const entry = await getTalkEntry(slug);
  const { Content } = await render(entry);
  return { Content, writtenTitle: entry.data.frontMatter.title };
}

export async function getTalkEntry(slug: string): Promise<CollectionEntry<'talks'>> {
  const entry = await getEntry('talks', slug);
  if (!entry) throw new Error(`The talk ${slug} is not in the store.`);
  return entry;
}
