import type { BibName } from '../../model/publication/bib-entry.ts';
import type { Citable, CitableType } from '../../model/publication/citable.ts';
import { toPlainText } from './citable-text.ts';

/** Reference types of the RIS format as Zotero and EndNote read them. */
const types: Record<CitableType, string> = {
  article: 'UNPB',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  chapter: 'CHAP',
  dataset: 'DATA',
  document: 'GEN',
  manuscript: 'UNPB',
  pamphlet: 'PAMP',
  'paper-conference': 'CPAPER',
  patent: 'PAT',
  report: 'RPRT',
  software: 'COMP',
  speech: 'SLIDE',
  thesis: 'THES',
  webpage: 'ELEC',
};

/** A publication in the RIS format: two letters a line, CR and LF behind each. */
export function citeAsRis(citable: Citable): string {
  const { issued, page = '' } = citable;
  const [first, last] = /^([^\s,–]+)(?:–([^\s,–]+))?$/.exec(page)?.slice(1) ?? [page];
  const fields: [string, string | undefined][] = [
    ['TY', types[citable.type]],
    ...citable.author.map((name): [string, string] => ['AU', toName(name)]),
    ...citable.editor.map((name): [string, string] => ['ED', toName(name)]),
    ['TI', plain(citable.title)],
    ['T2', plain(citable.containerTitle)],
    ['T3', plain(citable.collectionTitle)],
    ['PY', issued && String(issued.year)],
    ['DA', issued && toDate(issued)],
    ['VL', plain(citable.volume)],
    ['IS', plain(citable.issue ?? citable.number)],
    ['ET', plain(citable.edition)],
    ['SP', first],
    ['EP', last],
    ['PB', plain(citable.publisher)],
    ['CY', plain(citable.publisherPlace)],
    ['M3', plain(citable.genre)],
    ['DO', citable.DOI],
    ['SN', citable.ISBN ?? citable.ISSN],
    ['UR', citable.URL ?? (citable.arxiv && `https://arxiv.org/abs/${citable.arxiv}`)],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []));
  return [...lines, 'ER  - ', ''].join('\r\n');
}

function plain(markdown: string | undefined): string | undefined {
  return markdown && toPlainText(markdown);
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

/** `Family, Given, Suffix`, as the format has it. */
function toName({ given, particle, family, suffix, literal }: BibName): string {
  if (literal !== undefined) return literal;
  const whole = [particle, family].filter(Boolean).join(' ');
  if (suffix !== undefined) return [whole, given ?? '', suffix].join(', ');
  return given === undefined ? whole : `${whole}, ${given}`;
}

/** `YYYY/MM/DD/`, with nothing where nothing is known. */
function toDate({ year, month, day }: NonNullable<Citable['issued']>): string {
  const digits = (number?: number) => (number === undefined ? '' : String(number).padStart(2, '0'));
  return [year, digits(month), digits(day), ''].join('/');
}
