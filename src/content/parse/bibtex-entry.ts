import type { Creator, Entry } from '@retorquere/bibtex-parser';
import type { BibEntry } from '../../model/publication/bib-entry.ts';
import type { BibName } from '../../model/publication/citable.ts';
import { toMarkdown, toPlainText, toVerbatim } from './bibtex-text.ts';

const nameFields = new Set(['author', 'editor']);
const verbatimField = /^(?:doi|eprint|url|file|ids|pdf|isbn|issn|archiveprefix|eprinttype|pmid)$/;

/** Converts an entry of the parser. @param restore Puts formulas back into a text. */
export function toBibEntry(
  { key, type, fields }: Entry,
  restore: (text: string) => string,
  rest: Pick<BibEntry, 'bibtex' | 'line'>,
): BibEntry {
  const authors = toNames(fields.author, restore);
  const editors = toNames(fields.editor, restore);
  const texts = Object.entries(fields as Record<string, unknown>)
    .filter(([name]) => !nameFields.has(name) && !name.includes('+'))
    .map(([name, value]) => [name, restore(toText(name, value))] as const)
    .filter(([, text]) => text !== '');
  const { title = '', subtitle, ...otherFields } = Object.fromEntries(texts);
  return {
    key,
    type,
    title: subtitle === undefined ? title : `${title}: ${subtitle}`,
    authors: authors.names,
    editors: editors.names,
    others: authors.names.length > 0 ? authors.others : editors.others,
    fields: otherFields,
    ...rest,
  };
}

/** Converts a field, which is a text, a list of texts, or a list of names, such as `translator`. */
function toText(name: string, value: unknown): string {
  if (!Array.isArray(value)) return convertText(name, String(value));
  if (value.every((item) => typeof item === 'string')) {
    return value.map((item) => convertText(name, item)).join(', ');
  }
  return value
    .map((creator: Record<string, string>) => [
      creator['firstName'],
      creator['prefix'],
      creator['lastName'],
      creator['suffix'],
      creator['name'],
    ])
    .map((parts) => toMarkdown(parts.filter(Boolean).join(' ')))
    .join(', ');
}

function convertText(name: string, text: string): string {
  return verbatimField.test(name) ? toVerbatim(text) : toMarkdown(text);
}

/** The names in a field, and whether they end in `and others`. */
interface BibNames {
  names: BibName[];
  others: boolean;
}

const othersName = /^(?:others|et\.? al\.?)$/i;
const nameSuffix = /^(?:jr|sr|[ivx]+|\d\w+|ph\.?\s?d|m\.?\s?d|esq|filho|neto|fils|père)\.?$/i;

/** Converts names that the parser has split. @param restore Puts formulas back into a text. */
function toNames(creators: Creator[] | undefined, restore: (text: string) => string): BibNames {
  const toText = (text: string | undefined) => restore(toPlainText(text ?? '')) || undefined;
  const allNames = (creators ?? []).map((creator) => toName(creator, toText));
  const names = allNames.filter((name) => Object.keys(name).length > 0);
  const last = names.at(-1);
  const endsInOthers = last !== undefined && othersName.test(Object.values(last).join(' '));
  return { names: endsInOthers ? names.slice(0, -1) : names, others: endsInOthers };
}

function toName(creator: Creator, toText: (text?: string) => string | undefined): BibName {
  const parts = {
    given: toText(creator.firstName),
    particle: toText(creator.prefix),
    family: toText(creator.lastName),
    suffix: toText(creator.suffix),
    literal: toText(creator.name),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== undefined));
}

/** Returns whether a name seems to be several names separated by commas or semicolons instead of `and`. */
export function isAmbiguousName({ family = '', given = '', suffix, literal }: BibName): boolean {
  if (literal !== undefined) return false;
  return /;/.test(family + given) || (suffix !== undefined && !nameSuffix.test(suffix));
}
