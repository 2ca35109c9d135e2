import type { Creator, Entry } from '@retorquere/bibtex-parser';
import type { BibEntry } from '../../model/publication/bib-entry.ts';
import type { BibName } from '../../model/publication/citable.ts';
import { toMarkdown, toPlain, toVerbatim } from './bibtex-text.ts';

const people = new Set(['author', 'editor']);
const verbatim = /^(?:doi|eprint|url|file|ids|pdf|isbn|issn|archiveprefix|eprinttype|pmid)$/;

/** Makes an entry of what the parser read. `restore` puts formulas back. */
export function toBibEntry(
  { key, type, fields }: Entry,
  restore: (text: string) => string,
  rest: Pick<BibEntry, 'bibtex' | 'line'>,
): BibEntry {
  const authors = toNames(fields.author, restore);
  const editors = toNames(fields.editor, restore);
  const texts = Object.entries(fields as Record<string, unknown>)
    .filter(([name]) => !people.has(name) && !name.includes('+'))
    .map(([name, value]) => [name, restore(toText(name, value))] as const)
    .filter(([, text]) => text !== '');
  const { title = '', subtitle, ...others } = Object.fromEntries(texts);
  return {
    key,
    type,
    title: subtitle === undefined ? title : `${title}: ${subtitle}`,
    authors: authors.names,
    editors: editors.names,
    others: authors.names.length > 0 ? authors.others : editors.others,
    fields: others,
    ...rest,
  };
}

/** A field is a text, a list of texts, or, such as `translator`, a list of names. */
function toText(name: string, value: unknown): string {
  if (!Array.isArray(value)) return toOne(name, String(value));
  if (value.every((one) => typeof one === 'string')) {
    return value.map((one) => toOne(name, one)).join(', ');
  }
  return value
    .map((one: Record<string, string>) => [
      one['firstName'],
      one['prefix'],
      one['lastName'],
      one['suffix'],
      one['name'],
    ])
    .map((parts) => toMarkdown(parts.filter(Boolean).join(' ')))
    .join(', ');
}

function toOne(name: string, text: string): string {
  return verbatim.test(name) ? toVerbatim(text) : toMarkdown(text);
}

/** Names of one field, and whether they end in `and others`. */
interface BibNames {
  names: BibName[];
  others: boolean;
}

const others = /^(?:others|et\.? al\.?)$/i;
const knownSuffix = /^(?:jr|sr|[ivx]+|\d\w+|ph\.?\s?d|m\.?\s?d|esq|filho|neto|fils|père)\.?$/i;

/** Names as the parser takes them apart. `restore` puts formulas back. */
function toNames(creators: Creator[] | undefined, restore: (text: string) => string): BibNames {
  const plain = (text: string | undefined) => restore(toPlain(text ?? '')) || undefined;
  const all = (creators ?? []).map((creator) => toName(creator, plain));
  const names = all.filter((name) => Object.keys(name).length > 0);
  const last = names.at(-1);
  const open = last !== undefined && others.test(Object.values(last).join(' '));
  return { names: open ? names.slice(0, -1) : names, others: open };
}

function toName(creator: Creator, plain: (text?: string) => string | undefined): BibName {
  const parts = {
    given: plain(creator.firstName),
    particle: plain(creator.prefix),
    family: plain(creator.lastName),
    suffix: plain(creator.suffix),
    literal: plain(creator.name),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== undefined));
}

/** Whether commas or semicolons, and not `and`, seem to part several people in one name. */
export function isDoubtful({ family = '', given = '', suffix, literal }: BibName): boolean {
  if (literal !== undefined) return false;
  return /;/.test(family + given) || (suffix !== undefined && !knownSuffix.test(suffix));
}
