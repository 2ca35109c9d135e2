/** Where a publication appeared, taken apart. The title is Markdown. */
export interface Venue {
  title: string;
  volume?: string;
  issue?: string;
  /** With an en dash: `45–78`. */
  page?: string;
}

/**
 * Takes apart what authors write for readers: `In *Journal of Examples*, 12(3), 45–78`. What is not
 * emphasised stays one title, since nobody can tell where it ends.
 */
export function parseVenue(written: string): Venue {
  const place = written.trim().replace(/^in:?\s+/i, '');
  const [, star, underscore, rest = ''] =
    /^(?:\*([^*]+)\*|_([^_]+)_)(?![*_\w])(.*)$/s.exec(place) ?? [];
  const title = star ?? underscore;
  if (title === undefined) return { title: place };
  const [, volume, issue] =
    /^,?\s*(?:vol(?:\.|ume)?\s*)?(\d+)(?:\s*\(([^)\s]+)\))?(?=\s*(?:[,:;.]|$))/i.exec(rest) ?? [];
  const [, first, last] = /(\d+)\s*(?:--?|–)\s*(\d+)\W*$/.exec(rest) ?? [];
  return {
    title: title.trim(),
    ...(volume && { volume }),
    ...(issue && { issue }),
    ...(first && last && { page: `${first}–${last}` }),
  };
}
