import type { Citable, CitableType, BibName } from '../../model/publication/citable.ts';
import { toPlainText } from '../../model/page/title-text.ts';

/** Reference types of RIS, as Zotero and EndNote read them. */
const risTypes: Record<CitableType, string> = {
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

/** Returns a publication in RIS: one field per line, each line ended by CR and LF. */
export function citeAsRis(citable: Citable): string {
  const { issued, page = '' } = citable;
  const [first, last] = /^([^\s,–]+)(?:–([^\s,–]+))?$/.exec(page)?.slice(1) ?? [page];
  const fields: [string, string | undefined][] = [
    ['TY', risTypes[citable.type]],
    ...citable.author.map((name): [string, string] => ['AU', toRisName(name)]),
    ...citable.editor.map((name): [string, string] => ['ED', toRisName(name)]),
    ['TI', toPlainText(citable.title)],
    ['T2', toPlainText(citable.containerTitle)],
    ['T3', toPlainText(citable.collectionTitle)],
    ['PY', issued && String(issued.year)],
    ['DA', issued && toRisDate(issued)],
    ['VL', toPlainText(citable.volume)],
    ['IS', toPlainText(citable.issue ?? citable.number)],
    ['ET', toPlainText(citable.edition)],
    ['SP', first],
    ['EP', last],
    ['PB', toPlainText(citable.publisher)],
    ['CY', toPlainText(citable.publisherPlace)],
    ['M3', toPlainText(citable.genre)],
    ['DO', citable.DOI],
    ['SN', citable.ISBN ?? citable.ISSN],
    ['UR', citable.URL ?? (citable.arxiv && `https://arxiv.org/abs/${citable.arxiv}`)],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${toOneLine(value)}`] : []));
  return [...lines, 'ER  - ', ''].join('\r\n');
}

function toOneLine(value: string): string {
  return value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Returns `Family, Given, Suffix`. */
function toRisName({ given, particle, family, suffix, literal }: BibName): string {
  if (literal !== undefined) return literal;
  const familyName = [particle, family].filter(Boolean).join(' ');
  if (suffix !== undefined) return [familyName, given ?? '', suffix].join(', ');
  return given === undefined ? familyName : `${familyName}, ${given}`;
}

/** Returns `YYYY/MM/DD/`; unknown parts are empty. */
function toRisDate({ year, month, day }: NonNullable<Citable['issued']>): string {
  const digits = (number?: number) => (number === undefined ? '' : String(number).padStart(2, '0'));
  return [year, digits(month), digits(day), ''].join('/');
}
