import { createRequire } from 'node:module';
import type * as CitationJs from '@citation-js/core';
import type { Citable, BibName } from '../../model/publication/citable.ts';
import { toPlainText } from '../../model/page/title-text.ts';

const wordJoiner = '\u2060';

const require = createRequire(import.meta.url);

/** Loads citeproc when it is needed: many sites list no publications. */
function loadOutput(): typeof CitationJs.plugins.output {
  require('@citation-js/plugin-csl');
  return (require('@citation-js/core') as typeof CitationJs).plugins.output;
}

/**
 * Returns a publication as an entry of a list of references: one line of plain text in the style of the
 * American Psychological Association, 7th edition, in American English. citeproc formats it.
 */
export function citeAsApa(citable: Citable): string {
  const options = { template: 'apa', lang: 'en-US', format: 'text' };
  const text: string = loadOutput().format('bibliography', [toCsl(citable)], options);
  // Without a year, the style asks for the date of retrieval, which a page does not know.
  const withoutRetrieval = text.replace(/ Retrieved (?=https?:)/, ' ');
  return withoutRetrieval.replaceAll(wordJoiner, '').replace(/\s+/g, ' ').trim();
}

/** Returns CSL-JSON 1.0.2. */
function toCsl(citable: Citable): Record<string, unknown> {
  const { issued, arxiv, type, others } = citable;
  const isPreprint = type === 'article' && arxiv !== undefined;
  const furtherAuthors = others === true ? [{ family: 'others' }] : [];
  const { author, editor } = citable;
  return dropEmpty({
    id: citable.id,
    type,
    title: toCslText(citable.title),
    author: author.length > 0 ? [...author.map(toCslName), ...furtherAuthors] : undefined,
    editor: editor.length > 0 ? editor.map(toCslName) : undefined,
    issued: issued && { 'date-parts': [toDateParts(issued)] },
    'container-title': toCslText(citable.containerTitle),
    'collection-title': toCslText(citable.collectionTitle),
    volume: toCslText(citable.volume),
    issue: toCslText(citable.issue),
    number: isPreprint ? `arXiv:${arxiv}` : toCslText(citable.number),
    edition: toCslText(citable.edition),
    page: citable.page,
    publisher: isPreprint ? 'arXiv' : toCslText(citable.publisher),
    'publisher-place': toCslText(citable.publisherPlace),
    genre: toCslText(citable.genre),
    status: toCslText(citable.status),
    DOI: citable.DOI,
    URL: citable.URL ?? (arxiv && `https://arxiv.org/abs/${arxiv}`),
  });
}

/** Adds a joiner after `<`, because citeproc parses HTML elements in texts. */
function toCslText(markdown: string | undefined): string | undefined {
  return markdown && toPlainText(markdown).replace(/<(?=\/?[a-z])/gi, `<${wordJoiner}`);
}

/** Does not use `literal`: citeproc then leaves out the comma before the last of several names. */
function toCslName({ given, particle, family, suffix, literal }: BibName): object {
  if (literal !== undefined) return { family: literal };
  return dropEmpty({ given, 'non-dropping-particle': particle, family, suffix });
}

function toDateParts({ year, month, day }: NonNullable<Citable['issued']>): number[] {
  return [year, month, day].filter((part) => part !== undefined);
}

function dropEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
