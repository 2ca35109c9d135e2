import type { BibEntry } from '../../model/publication/bib-entry.ts';
import type { BibName } from '../../model/publication/citable.ts';
import { type MarkedName, splitNameMarks } from '../../model/page/name-marks.ts';
import { linkedFields, linkFields, shownFields } from '../../model/publication/bib-fields.ts';
import type { TexConverter, TexKind } from './bibtex-convert.ts';
import type { TexEntry } from './bibtex-crossref.ts';
import { expandJournalMacros } from './journal-macros.ts';
import { restoreFormulas, toMarkdown, toPlainText, toVerbatim } from './bibtex-text.ts';

const verbatimFields = new Set(
  ['doi', 'eprint', 'url', 'isbn', 'issn', 'archiveprefix', 'eprinttype', 'arxiv'].concat(
    Object.keys(linkFields),
  ),
);
const listFields = new Set(['publisher', 'institution', 'organization', 'location']);
const journalFields = new Set(['journal', 'journaltitle', 'booktitle', 'series']);
const titleFields = new Set(['title', 'subtitle']);
const nameFields = ['author', 'editor'] as const;

/** Prepares the texts and names of an entry for `toBibEntry`. */
export function addToConverter(entry: TexEntry, converter: TexConverter) {
  for (const [name, { tex }] of entry.fields) {
    if (isTextField(name)) converter.add(toKind(name), toFieldTex(name, tex));
  }
  for (const field of nameFields) {
    for (const { name } of toRawNames(entry, field)) converter.add('name', name);
  }
}

/** Returns whether a page shows a field, and TeX in it. */
export function isTextField(name: string): boolean {
  return (shownFields.has(name) || titleFields.has(name)) && !verbatimFields.has(name);
}

function toKind(name: string): Exclude<TexKind, 'name'> {
  return listFields.has(name) ? 'list' : name === 'note' ? 'lines' : 'text';
}

function toFieldTex(name: string, tex: string): string {
  return journalFields.has(name) ? expandJournalMacros(tex).tex : tex;
}

/** Converts an entry whose values are TeX. */
export function toBibEntry(
  entry: TexEntry,
  converter: TexConverter,
  rest: Pick<BibEntry, 'bibtex' | 'line'>,
): BibEntry {
  const toText = (name: string, tex: string) => {
    if (verbatimFields.has(name)) return toVerbatim(tex);
    const { text, formulas } = converter.getText(toKind(name), toFieldTex(name, tex));
    return restoreFormulas(toMarkdown(text, { links: linkedFields.has(name) }), formulas);
  };
  const texts = [...entry.fields]
    .filter(([name]) => shownFields.has(name) || titleFields.has(name))
    .map(([name, { tex }]) => [name, toText(name, tex)] as const)
    .filter(([, text]) => text !== '');
  const { title = '', subtitle, ...fields } = Object.fromEntries(texts);
  const authors = toNames(entry, 'author', converter);
  const editors = toNames(entry, 'editor', converter);
  return {
    key: entry.key,
    type: entry.type,
    title: subtitle === undefined ? title : `${title}: ${subtitle}`,
    authors: authors.names,
    editors: editors.names,
    others: authors.names.length > 0 ? authors.others : editors.others,
    fields,
    ...rest,
  };
}

/** The names in a field, and whether they end in `and others`. */
interface BibNames {
  names: BibName[];
  others: boolean;
}

const othersName = /^(?:others|et\.? al\.?)$/i;
const nameSuffix = /^(?:jr|sr|[ivx]+|\d\w+|ph\.?\s?d|m\.?\s?d|esq|filho|neto|fils|père)\.?$/i;

function toNames(entry: TexEntry, field: 'author' | 'editor', converter: TexConverter): BibNames {
  const allNames = toRawNames(entry, field).map(({ name, mark }): BibName => {
    const { name: parts, formulas } = converter.getName(name);
    const toText = (text: string | undefined) =>
      restoreFormulas(toPlainText(text ?? ''), formulas) || undefined;
    const converted = {
      given: toText(parts.firstName),
      particle: toText(parts.prefix),
      family: toText(parts.lastName),
      suffix: toText(parts.suffix),
      literal: toText(parts.name),
      mark,
    };
    return Object.fromEntries(Object.entries(converted).filter(([, text]) => text !== undefined));
  });
  const names = allNames.filter(({ family, given, literal }) => family ?? given ?? literal);
  const last = names.at(-1);
  const endsInOthers = last !== undefined && othersName.test(Object.values(last).join(' '));
  return { names: endsInOthers ? names.slice(0, -1) : names, others: endsInOthers };
}

function toRawNames({ fields }: TexEntry, field: string): MarkedName[] {
  return splitNames(fields.get(field)?.tex ?? '').map(toPlainName);
}

/** Separates the marks of footnotes from a name in TeX, and removes the number that DBLP adds for namesakes. */
export function toPlainName(source: string): MarkedName {
  const { name, ...rest } = splitNameMarks(source);
  return { name: name.replace(/(?<=\p{L}[.}]*)\s+\d{4}(?=\s*(?:,|$))/u, ''), ...rest };
}

/** Splits a list of names at each `and` outside braces. */
export function splitNames(tex: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of tex.matchAll(/\\[^]|[{}]|(?<=\s|^)and(?=\s|$)/gi)) {
    if (token === '{') depth += 1;
    else if (token === '}') depth -= 1;
    else if (depth === 0 && token.length === 3) {
      names.push(tex.slice(start, index));
      start = index + 3;
    }
  }
  return [...names, tex.slice(start)].map((name) => name.trim()).filter((name) => name !== '');
}

/** Returns whether a name seems to be several names separated by commas or semicolons instead of `and`. */
export function isAmbiguousName({ family = '', given = '', suffix, literal }: BibName): boolean {
  if (literal !== undefined) return false;
  return /;/.test(family + given) || (suffix !== undefined && !nameSuffix.test(suffix));
}
