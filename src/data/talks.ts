import {
  byTag,
  byYear,
  occasionsOf,
  sortNewestFirst,
  type Occasion,
} from '../model/talk/talk-deliveries.ts';
import { toProgramme, type Programme } from '../model/talk/programme.ts';
import { selectKinds, selectMaterials, type Selection } from '../model/selection.ts';
import { toTalk, type Talk } from '../model/talk/talk.ts';
import { now } from './now.ts';
import { once } from './once.ts';
import { getPageBody, getPageEntry, readPages } from './pages.ts';
import { getSettings } from './settings.ts';

/** The talks that a visitor may see, in the orders in which pages show them. */
export interface Talks {
  /** Newest first. */
  all: Talk[];
  /** Every delivery, newest first. */
  occasions: Occasion[];
  /** Each talk once, by its next or latest delivery, newest first. */
  once: Occasion[];
  /** The latest first, with their deliveries. */
  years: ReturnType<typeof byYear>;
  tags: ReturnType<typeof byTag>;
  kinds: Selection[];
  materials: Selection[];
  programme: Programme;
}

/** All talks, read once in a build. Drafts and what is not yet published show in dev alone. */
export const getTalks = once(async (): Promise<Talks> => {
  const { addresses } = await getSettings();
  const shown = await readPages('talks', toTalk);
  const latest = sortNewestFirst(shown, now);
  const all = latest.map(({ talk }) => talk);
  const occasions = occasionsOf(all);
  return {
    all,
    occasions,
    once: latest,
    years: byYear(occasions),
    tags: byTag(latest),
    kinds: selectKinds(all, addresses),
    materials: selectMaterials(all, addresses),
    programme: toProgramme(all, now),
  };
});

/** The body of a talk as a component, and what its own page needs besides. */
export async function getTalkBody(slug: string) {
  const { data } = await getPageEntry('talks', slug);
  return { Content: await getPageBody('talks', slug), writtenTitle: data.frontMatter.title };
}
