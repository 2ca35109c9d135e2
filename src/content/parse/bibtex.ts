import { type Creator, type Entry, type Library, parse } from '@retorquere/bibtex-parser';
import type { BibEntry } from '../../model/publication/bib-entry.ts';
import { quote } from '../../schema/describe.ts';
import { isAmbiguousName, toBibEntry } from './bibtex-entry.ts';
import { shieldFormulas } from './bibtex-text.ts';
import {
  toNameProblem,
  type EntryProblem,
  createReporter,
  toBibProblems,
} from './bibtex-errors.ts';
import type { Problem } from './problem.ts';

/** Entries that configure programs and are not publications. */
const settingsTypes = /^(?:xdata|set|control|settings|ieeetranbstctl)$/;
/** Volumes, which are often in a file only because other entries refer to them by `crossref`. */
const volumeTypes = /^(?:mv)?(?:proceedings|collection|reference)$/;

/**
 * Reads a BibTeX or BibLaTeX file. Never throws: it reports entries that cannot be parsed as problems.
 *
 * `@xdata` and the like are not publications; nor are `@proceedings` and `@collection` if other entries
 * of the file refer to them with `crossref`. Of two entries with the same key, the first one is used.
 * @param text The whole file with any line breaks, with or without a byte order mark.
 * @param file Its name in messages.
 */
export function readBibtex(
  text: string,
  file: string,
): { entries: BibEntry[]; problems: Problem[] } {
  const bibtex = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const shielded = shieldFormulas(bibtex);
  const report = createReporter(bibtex, file);
  const parsed = parseEntries(shielded.text);
  const problems = toBibProblems(parsed.errors, shielded.text, report);
  const keys = new Set<string>();
  const entries: BibEntry[] = [];
  for (const { entry, raw, offset } of parsed.entries) {
    if (settingsTypes.test(entry.type) || isVolume(entry)) continue;
    const problem = findEntryProblem(entry, keys);
    keys.add(entry.key.toLowerCase());
    if (problem) {
      problems.push(report(offset, problem));
      continue;
    }
    const details = { bibtex: formatEntry(raw, shielded.restore), line: report.line(offset) };
    const listed = toBibEntry(entry, shielded.restore, details);
    entries.push(listed);
    for (const name of [...listed.authors, ...listed.editors].filter(isAmbiguousName)) {
      const { family = '', suffix = family } = name;
      if (parsed.errors.some(({ input }) => input?.includes(`${family}, ${suffix}`))) continue;
      problems.push(toNameProblem(suffix, shielded.text, report, offset));
    }
  }
  return { entries, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

interface ParsedEntry {
  entry: Entry;
  /** The same entry with its fields as TeX. */
  raw: Entry;
  offset: number;
}

/** Parses the text into entries with their positions. */
function parseEntries(text: string): { entries: ParsedEntry[]; errors: Library['errors'] } {
  const unsupported = () => '';
  const library = parse(text, { sentenceCase: false, caseProtection: false, unsupported });
  const raw = parse(text, { raw: true, unsupported, removeOuterBraces: [] }).entries;
  const rawByInput = new Map(raw.map((entry) => [entry.input, entry]));
  let from = 0;
  const entries = library.entries.flatMap((entry) => {
    // An entry without text is the part of an invalid entry before the error.
    if (entry.input === '') return [];
    const offset = Math.max(from, text.indexOf(entry.input, from));
    from = offset + 1;
    return [{ entry, raw: rawByInput.get(entry.input) ?? entry, offset }];
  });
  return { entries, errors: library.errors };
}

function isVolume({ type, crossref }: Entry): boolean {
  return volumeTypes.test(type) && (crossref?.donated.length ?? 0) > 0;
}

/** Returns the reason why an entry cannot be listed, if there is one. */
function findEntryProblem(
  { key, type, fields }: Entry,
  earlier: ReadonlySet<string>,
): EntryProblem | undefined {
  const name = quote(`@${type}{${key}`);
  if (key === '') {
    return {
      code: 'bib/unreadable-entry',
      message: `${name} has no key`,
      remedy: 'Write a key and a comma after the brace, for example @article{knuth1984,',
    };
  }
  if (earlier.has(key.toLowerCase())) {
    return {
      code: 'bib/duplicate-key',
      message: `another entry above has the same key, ${quote(key)}, so this one is left out`,
      remedy: 'Give this entry a different key, or delete it.',
    };
  }
  if (fields.title !== undefined && fields.title.trim() !== '') return undefined;
  return {
    code: 'bib/no-title',
    message: `${name} has no title, so it is left out`,
    remedy: 'Add title = {…}.',
  };
}

/** Fields that reference managers keep for their users, and that a citation does not need. */
const privateField =
  /^(?:abstract|annot(?:e|ation)|comment|crossref|date-(?:added|modified)|file|groups|keywords|local-url|owner|ranking|rating|read(?:status)?|review|timestamp|username|creationdate|modificationdate|priority|qualityassured|printed|pdf|(?:bdsk|mendeley|citeulike|jabref|zotero)-?.*|__.*|.*\+duplicate-\d+)$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Formats an entry as BibTeX, one field per line, without private fields. Strings and `crossref` are resolved, so
 * that it is complete.
 * @param entry The entry with its fields as TeX.
 */
function formatEntry(entry: Entry, restore: (text: string) => string): string {
  const fields = Object.entries(entry.fields as Record<string, unknown>)
    .filter(([name]) => !privateField.test(name))
    .map(([name, value]) => [name, formatValue(name, restore(toTex(value)))])
    .filter(([, value]) => value !== '{}');
  const lines = fields.map(([name, value]) => `  ${name} = ${value},`);
  return [`@${entry.type}{${entry.key},`, ...lines, '}'].join('\n');
}

function formatValue(name: string, tex: string): string {
  const text = tex.replace(/\s+/g, ' ').trim();
  const month = name === 'month' ? months[Number(text) - 1] : undefined;
  return month ?? `{${balanceBraces(text)}}`;
}

function toTex(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value
    .map((item: string | Creator) => (typeof item === 'string' ? item : formatName(item)))
    .join(' and ');
}

/** Formats a name. The parser splits simple names of raw entries, and leaves the others whole. */
function formatName({ name, lastName = '', firstName, suffix, prefix }: Creator): string {
  if (name !== undefined) return name;
  const family = [prefix, lastName].filter(Boolean).join(' ');
  return [family, suffix, firstName].filter(Boolean).join(', ');
}

/** Removes unbalanced braces, which are valid in quotation marks but not between braces. */
function balanceBraces(text: string): string {
  let depth = 0;
  for (const [brace] of text.replace(/\\./g, '').matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) break;
  }
  return depth === 0 ? text : text.replace(/\\?[{}]/g, '');
}
