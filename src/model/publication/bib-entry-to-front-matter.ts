import type { PublicationFrontMatter } from '../../schema/publication.ts';
import { etAl } from '../person/author.ts';
import { bibEntryToCitable } from './bib-entry-to-citable.ts';
import type { BibEntry } from './bib-entry.ts';
import { type Citable, displayName } from './citable.ts';

/** An entry of BibTeX as the front matter of a publication would say the same. */
export function bibEntryToFrontMatter(entry: BibEntry): PublicationFrontMatter {
  const citable = bibEntryToCitable(entry);
  const { author, editor, issued, arxiv, DOI, URL } = citable;
  const people = (author.length > 0 ? author : editor).map(displayName);
  const publication = venueOf(citable);
  const { abstract, keywords } = entry.fields;
  const tags = keywords?.split(/\s*[,;]\s*/).filter(Boolean);
  return {
    title: entry.title,
    ...(people.length > 0 && { authors: [...people, ...(citable.others ? [etAl] : [])] }),
    ...(issued && { date: { month: 1, day: 1, ...issued } }),
    publication_types: [citable.type],
    ...(publication && { publication }),
    ...(abstract && { abstract }),
    ...(DOI && { doi: DOI }),
    ...(arxiv && { url_preprint: `https://arxiv.org/abs/${arxiv}` }),
    ...(URL && !/arxiv\.org|doi\.org/i.test(URL) && { link: URL }),
    ...(tags && { tags }),
  };
}

/** `In *Proceedings*, 1–12` · `*Journal*, 12(3), 45–78` · `Example Press`. Markdown. */
function venueOf(citable: Citable): string {
  const { type, containerTitle, volume, issue, page, publisher, genre } = citable;
  const inside = type === 'paper-conference' || type === 'chapter' ? 'In ' : '';
  const number = volume && issue ? `${volume}(${issue})` : (volume ?? issue);
  const parts = containerTitle
    ? [`${inside}*${containerTitle}*`, number, page]
    : [genre, publisher];
  return parts.filter(Boolean).join(', ');
}
