import type { RichText } from '../page/page-texts.ts';
import type { Citable } from './citable.ts';

/** A group of a list of publications: those of a year, or those without a year that are in the same state. */
export interface PublicationGroup<P> {
  /** The id of the group on the page: `year-2024`. */
  id: string;
  title: string;
  publications: P[];
}

/** What decides on the group of a publication. */
interface Dated {
  year?: number;
  venue?: Pick<RichText, 'text'>;
  citable: Pick<Citable, 'status'>;
}

/** The states of publications without a year, in the order of a list. */
const states = [
  ['to-appear', 'To appear', /(?:^|[,;.(:]\s*)(in press|to appear|forthcoming|accepted)\b/i],
  ['submitted', 'Submitted', /(?:^|[,;.(:]\s*)(submitted|under review)\b/i],
  ['in-preparation', 'In preparation', /(?:^|[,;.(:]\s*)(in preparation)\b/i],
] as const;

/** Returns the place of a publication without a year among such groups: what appears next is first. */
export function toUndatedRank(publication: Dated): number {
  const index = states.findIndex(([, , pattern]) => pattern.test(toStateText(publication)));
  return index < 0 ? states.length : index;
}

/** Returns what a publication without a year waits for: `In press`; undefined if nothing says so. */
export function toUndatedState(publication: Dated): string | undefined {
  const pattern = states[toUndatedRank(publication)]?.[2];
  if (publication.year !== undefined || !pattern) return undefined;
  return capitalise(pattern.exec(toStateText(publication))?.[1]?.toLowerCase() ?? '');
}

/**
 * Groups publications by year, in their order. Those without a year are grouped by what their BibTeX or their venue says:
 * `in press`, `to appear`. A group has the word that all its publications use.
 */
export function groupPublications<P extends Dated>(
  publications: readonly P[],
): PublicationGroup<P>[] {
  const groups = Map.groupBy(publications, (one) => one.year ?? states[toUndatedRank(one)]);
  return [...groups].map(([key, list]) => {
    if (key === undefined) return { id: 'year-none', title: 'Undated', publications: list };
    if (typeof key === 'number')
      return { id: `year-${key}`, title: String(key), publications: list };
    const [id, title] = key;
    const [word = title, ...others] = new Set(list.map(toUndatedState));
    return { id, title: others.length === 0 ? word : title, publications: list };
  });
}

function toStateText({ venue, citable }: Dated): string {
  return citable.status ?? venue?.text ?? '';
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
