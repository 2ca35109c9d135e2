import { parse, type Entry, type Library } from '@retorquere/bibtex-parser';
import type { BibEntry } from '../../model/publication/bib-entry.ts';
import { quote } from '../../schema/describe.ts';
import { toBibEntry } from './bibtex-entry.ts';
import { shieldFormulas } from './bibtex-formulas.ts';
import { isDoubtful } from './bibtex-names.ts';
import { doubtfulName, reporterOf, toProblems, type Flaw } from './bibtex-problems.ts';
import { formatEntry } from './bibtex-source.ts';
import type { Problem } from '../problems/problem.ts';

/** Entries that configure programs and are not publications. */
const settings = /^(?:xdata|set|control|settings|ieeetranbstctl)$/;
/** Volumes, which are often in a file only because other entries refer to them with `crossref`. */
const volumes = /^(?:mv)?(?:proceedings|collection|reference)$/;

/**
 * Reads a BibTeX or BibLaTeX file. Never throws: entries that cannot be parsed are reported as problems.
 *
 * `@xdata` and the like are not publications; nor are `@proceedings` and `@collection` if other entries
 * of the file refer to them with `crossref`. Of two entries with the same key, the first one is used.
 * @param text The whole file; any line breaks, with or without byte order mark.
 * @param file Its name in problems.
 */
export function readBibtex(
  text: string,
  file: string,
): { entries: BibEntry[]; problems: Problem[] } {
  const written = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const shielded = shieldFormulas(written);
  const report = reporterOf(written, file);
  const read = parseEntries(shielded.text);
  const problems = toProblems(read.errors, shielded.text, report);
  const keys = new Set<string>();
  const entries: BibEntry[] = [];
  for (const { entry, raw, at } of read.entries) {
    if (settings.test(entry.type) || isVolume(entry)) continue;
    const flaw = flawOf(entry, keys);
    keys.add(entry.key.toLowerCase());
    if (flaw) {
      problems.push(report(at, flaw));
      continue;
    }
    const bibtex = formatEntry(raw, shielded.restore);
    const line = report.line(at);
    const listed = toBibEntry(entry, shielded.restore, { bibtex, line });
    entries.push(listed);
    for (const name of [...listed.authors, ...listed.editors].filter(isDoubtful)) {
      const { family = '', suffix = family } = name;
      if (read.errors.some(({ input }) => input?.includes(`${family}, ${suffix}`))) continue;
      problems.push(doubtfulName(suffix, shielded.text, report, at));
    }
  }
  return { entries, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

interface Read {
  entry: Entry;
  /** The same with its fields as TeX. */
  raw: Entry;
  at: number;
}

/** Parses the text into entries with their positions. */
function parseEntries(text: string): { entries: Read[]; errors: Library['errors'] } {
  const unsupported = () => '';
  const read = parse(text, { sentenceCase: false, caseProtection: false, unsupported });
  const raw = parse(text, { raw: true, unsupported, removeOuterBraces: [] }).entries;
  const rawOf = new Map(raw.map((entry) => [entry.input, entry]));
  let from = 0;
  const entries = read.entries.flatMap((entry) => {
    // An entry without text is the part of a broken entry before the error.
    if (entry.input === '') return [];
    const at = Math.max(from, text.indexOf(entry.input, from));
    from = at + 1;
    return [{ entry, raw: rawOf.get(entry.input) ?? entry, at }];
  });
  return { entries, errors: read.errors };
}

function isVolume({ type, crossref }: Entry): boolean {
  return volumes.test(type) && (crossref?.donated.length ?? 0) > 0;
}

/** Returns why an entry cannot be listed, if it cannot. */
function flawOf({ key, type, fields }: Entry, earlier: ReadonlySet<string>): Flaw | undefined {
  const name = quote(`@${type}{${key}`);
  if (key === '') {
    return {
      severity: 'error',
      code: 'bib/unreadable-entry',
      message: `${name} has no key`,
      remedy: 'Write a key and a comma after the brace, for example @article{knuth1984,',
    };
  }
  if (earlier.has(key.toLowerCase())) {
    return {
      severity: 'warning',
      code: 'bib/duplicate-key',
      message: `another entry above has the same key, ${quote(key)}, so this one is left out`,
      remedy: 'Give this entry a different key, or delete it.',
    };
  }
  if (fields.title !== undefined && fields.title.trim() !== '') return undefined;
  return {
    severity: 'warning',
    code: 'bib/no-title',
    message: `${name} has no title, so it is left out`,
    remedy: 'Add title = {…}.',
  };
}
