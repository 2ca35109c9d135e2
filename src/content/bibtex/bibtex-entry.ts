import type { Entry } from '@retorquere/bibtex-parser';
import type { BibEntry } from '../../model/publication/bib-entry.ts';
import { toNames } from './bibtex-names.ts';
import { toMarkdown, toVerbatim } from './bibtex-text.ts';

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
