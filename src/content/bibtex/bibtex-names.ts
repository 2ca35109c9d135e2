import type { Creator } from '@retorquere/bibtex-parser';
import type { BibName } from '../../model/publication/citable.ts';
import { toPlain } from './bibtex-text.ts';

/** Names of one field, and whether they end in `and others`. */
export interface BibNames {
  names: BibName[];
  others: boolean;
}

const others = /^(?:others|et\.? al\.?)$/i;
const knownSuffix = /^(?:jr|sr|[ivx]+|\d\w+|ph\.?\s?d|m\.?\s?d|esq|filho|neto|fils|père)\.?$/i;

/** Names as the parser takes them apart. `restore` puts formulas back. */
export function toNames(
  creators: Creator[] | undefined,
  restore: (text: string) => string,
): BibNames {
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
