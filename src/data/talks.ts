import { getCollection, getEntry, render, type CollectionEntry } from 'astro:content';
import {
  byTag,
  byYear,
  occasionsOf,
  pastOccasions,
  sortNewestFirst,
  upcomingOccasions,
  type Occasion,
} from '../model/order.ts';
import { isPublic } from '../model/page.ts';
import { toProgramme, type Programme } from '../model/programme.ts';
import { selectKinds, selectMaterials, type Selection } from '../model/selection.ts';
import { toTalk, type Talk } from '../model/talk.ts';
import { now } from './now.ts';
import { getSite } from './site.ts';

/** The talks that a visitor may see, in the orders in which pages show them. */
export interface Talks {
  /** Newest first. */
  all: Talk[];
  /** Every delivery, newest first. */
  occasions: Occasion[];
  /** Each talk once, by its next or latest delivery, newest first. */
  once: Occasion[];
  /** Deliveries to come, the next first. */
  upcoming: Occasion[];
  /** Deliveries that are over, the latest first. */
  past: Occasion[];
  /** The latest first, with their deliveries. */
  years: ReturnType<typeof byYear>;
  tags: ReturnType<typeof byTag>;
  kinds: Selection[];
  materials: Selection[];
  programme: Programme;
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
  const shown = import.meta.env.DEV
    ? found.map(markHidden)
    : found.filter((talk) => isPublic(talk, now));
  const once = sortNewestFirst(shown, now);
  const all = once.map(({ talk }) => talk);
  const occasions = occasionsOf(all);
  return {
    all,
    occasions,
    once,
    upcoming: upcomingOccasions(shown, now),
    past: pastOccasions(shown, now),
    years: byYear(occasions),
    tags: byTag(once),
    kinds: selectKinds(all, site.addresses),
    materials: selectMaterials(all, site.addresses),
    programme: toProgramme(all, now),
  };
}

/** While writing, what a build leaves out is there and says so. */
function markHidden(talk: Talk): Talk {
  return { ...talk, draft: !isPublic(talk, now) };
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
