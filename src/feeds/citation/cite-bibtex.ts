import type { Citable, CitableType, BibName } from '../../model/publication/citable.ts';
import { escapeTex } from '../../model/page/tex.ts';
import { toTexText } from '../../model/page/title-text.ts';

const bibtexTypes: Partial<Record<CitableType, string>> = {
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
/** Type → field of the container and of the publisher, if it is not `booktitle` or `publisher` (BibTeX manual, 3.1). */
const containerFields: Record<string, string> = { article: 'journal' };
const publisherFields: Record<string, string> = {
  mastersthesis: 'school',
  phdthesis: 'school',
  techreport: 'institution',
};
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Returns a publication as BibTeX: the author's own entry, or else a generated one. */
export function citeAsBibtex(citable: Citable): string {
  if (citable.bibtex !== undefined)
    return citable.bibtex.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '');
  const type =
    citable.type === 'thesis' && /^(?:m\.|master)/i.test(citable.genre ?? '')
      ? 'mastersthesis'
      : (bibtexTypes[citable.type] ?? 'misc');
  const { year, month } = citable.issued ?? {};
  const hasOthers = citable.others === true;
  const fields: [string, string | undefined][] = [
    ['author', toBibtexNames(citable.author, hasOthers)],
    ['editor', toBibtexNames(citable.editor, hasOthers && citable.author.length === 0)],
    ['title', `{${toTexText(citable.title)}}`],
    [containerFields[type] ?? 'booktitle', toTexText(citable.containerTitle)],
    ['series', toTexText(citable.collectionTitle)],
    ['volume', toTexText(citable.volume)],
    ['number', toTexText(citable.issue ?? citable.number)],
    ['edition', toTexText(citable.edition)],
    ['pages', citable.page?.replace(/–/g, '--')],
    [publisherFields[type] ?? 'publisher', toTexText(citable.publisher)],
    ['address', toTexText(citable.publisherPlace)],
    ['year', year?.toString()],
    ['doi', citable.DOI],
    ['eprint', citable.arxiv],
    ['archiveprefix', citable.arxiv && 'arXiv'],
    ['isbn', citable.ISBN],
    ['url', citable.URL?.replace(/[{}\\^ ]/g, encodeURIComponent)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value ? [`  ${name} = {${value.replace(/\p{Cc}+/gu, ' ')}},`] : [],
  );
  const monthLine = month === undefined ? [] : [`  month = ${months[month - 1]},`];
  const key = citable.id.replace(/[^\w:.+/-]/g, '');
  return [`@${type}{${key},`, ...lines, ...monthLine, '}'].join('\n');
}

/**
 * Returns publications as one BibTeX file, in order. A letter is added to the key of an entry if an
 * earlier entry has the same key; case is ignored.
 */
export function toBibliography(citables: readonly Citable[]): string {
  const usedKeys = new Set<string>();
  const entries = citables.map((citable) => {
    const entry = citeAsBibtex(citable);
    const key = /^@\w+\{([^,\s]*)/.exec(entry)?.[1] ?? '';
    const uniqueKey = toUniqueKey(key, usedKeys);
    usedKeys.add(uniqueKey.toLowerCase());
    return entry.replace(/^(@\w+\{)[^,\s]*/, (_, start: string) => start + uniqueKey);
  });
  return `${entries.join('\n\n')}\n`;
}

/** Writes the family name first, so that programs do not have to guess where it starts. */
function toBibtexNames(names: BibName[], hasOthers: boolean): string {
  return [...names.map(toBibtexName), ...(hasOthers && names.length > 0 ? ['others'] : [])].join(
    ' and ',
  );
}

function toBibtexName({ given, particle, family, suffix, literal }: BibName): string {
  if (literal !== undefined) return `{${escapeTex(literal)}}`;
  const familyName = [particle, family].filter(Boolean).join(' ');
  const parts = [familyName, suffix, given].filter((part) => part !== undefined);
  return parts.length > 1 ? parts.map(escapeTex).join(', ') : `{${escapeTex(familyName)}}`;
}

function toUniqueKey(key: string, usedKeys: ReadonlySet<string>): string {
  if (!usedKeys.has(key.toLowerCase())) return key;
  for (let n = 1; ; n += 1) {
    const candidate = n < 26 ? key + String.fromCharCode(97 + n) : `${key}-${n}`;
    if (!usedKeys.has(candidate.toLowerCase())) return candidate;
  }
}
