import type { BibName } from '../../model/publication/bib-entry.ts';
import type { Citable, CitableType } from '../../model/publication/citable.ts';
import { escapeTex } from '../../model/publication/escape-tex.ts';
import { toTexText } from './citable-text.ts';

const types: Partial<Record<CitableType, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  manuscript: 'unpublished',
  pamphlet: 'booklet',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
};
/** What each type calls the place it is in and the body behind it; BibTeX's manual, 3.1. */
const containers: Record<string, string> = { article: 'journal' };
const publishers: Record<string, string> = { phdthesis: 'school', techreport: 'institution' };
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A publication as BibTeX: the author's own entry where there is one, else one made up. */
export function citeAsBibtex(citable: Citable): string {
  if (citable.bibtex !== undefined) return citable.bibtex;
  const type =
    citable.type === 'thesis' && /^(?:m\.|master)/i.test(citable.genre ?? '')
      ? 'mastersthesis'
      : (types[citable.type] ?? 'misc');
  const { year, month } = citable.issued ?? {};
  const others = citable.others === true;
  const fields: [string, string | undefined][] = [
    ['author', toNames(citable.author, others)],
    ['editor', toNames(citable.editor, others && citable.author.length === 0)],
    ['title', `{${toTexText(citable.title)}}`],
    [containers[type] ?? 'booktitle', tex(citable.containerTitle)],
    ['series', tex(citable.collectionTitle)],
    ['volume', tex(citable.volume)],
    ['number', tex(citable.issue ?? citable.number)],
    ['edition', tex(citable.edition)],
    ['pages', citable.page?.replace(/–/g, '--')],
    [publishers[type] ?? 'publisher', tex(citable.publisher)],
    ['address', tex(citable.publisherPlace)],
    ['year', year?.toString()],
    ['doi', citable.DOI],
    ['eprint', citable.arxiv],
    ['archiveprefix', citable.arxiv && 'arXiv'],
    ['isbn', citable.ISBN],
    ['url', citable.URL?.replace(/[{}\\^ ]/g, encodeURIComponent)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  const monthLine = month === undefined ? [] : [`  month = ${months[month - 1]},`];
  const key = citable.id.replace(/[^\w:.+/-]/g, '');
  return [`@${type}{${key},`, ...lines, ...monthLine, '}'].join('\n');
}

function tex(markdown: string | undefined): string | undefined {
  return markdown && toTexText(markdown);
}

/** Always with the family name first, so that nobody has to guess where it begins. */
function toNames(names: BibName[], others: boolean): string {
  return [...names.map(toName), ...(others && names.length > 0 ? ['others'] : [])].join(' and ');
}

function toName({ given, particle, family, suffix, literal }: BibName): string {
  if (literal !== undefined) return `{${escapeTex(literal)}}`;
  const whole = [particle, family].filter(Boolean).join(' ');
  const parts = [whole, suffix, given].filter((part) => part !== undefined);
  return parts.length > 1 ? parts.map(escapeTex).join(', ') : `{${escapeTex(whole)}}`;
}
