import type { Citable } from '../../model/publication/citable.ts';
import { citeAsBibtex } from './cite-bibtex.ts';

/**
 * Publications as one BibTeX file, in their order. A key that an entry above has, too, gets a letter at
 * its end; capitals do not tell keys apart.
 */
export function toBibliography(citables: readonly Citable[]): string {
  const taken = new Set<string>();
  const entries = citables.map((citable) => {
    const entry = citeAsBibtex(citable);
    const key = /^@\w+\{([^,\s]*)/.exec(entry)?.[1] ?? '';
    const free = freeKey(key, taken);
    taken.add(free.toLowerCase());
    return entry.replace(/^(@\w+\{)[^,\s]*/, (_, start: string) => start + free);
  });
  return `${entries.join('\n\n')}\n`;
}

function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key.toLowerCase())) return key;
  for (let n = 1; ; n += 1) {
    const other = n < 26 ? key + String.fromCharCode(97 + n) : `${key}-${n}`;
    if (!taken.has(other.toLowerCase())) return other;
  }
}
