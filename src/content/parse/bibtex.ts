import { type Creator, type Entry, type Library, parse } from '@retorquere/bibtex-parser';
import type { BibEntry } from '../../model/publication/bib-entry.ts';
import { quote } from '../../schema/describe.ts';
import { isDoubtful, toBibEntry } from './bibtex-entry.ts';
import { shieldFormulas } from './bibtex-text.ts';
import { doubtfulName, type Flaw, reporterOf, toProblems } from './bibtex-errors.ts';
import type { Problem } from './problem.ts';

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

/** What reference managers keep for their owners, and what a citation has no use for. */
const privateField =
  /^(?:abstract|annot(?:e|ation)|comment|crossref|date-(?:added|modified)|file|groups|keywords|local-url|owner|ranking|rating|read(?:status)?|review|timestamp|username|creationdate|modificationdate|priority|qualityassured|printed|pdf|(?:bdsk|mendeley|citeulike|jabref|zotero)-?.*|__.*|.*\+duplicate-\d+)$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * An entry as BibTeX, from the parser's `raw` reading: a field a line, strings and `crossref`
 * resolved, so that it stands on its own; without private fields.
 */
function formatEntry(entry: Entry, restore: (text: string) => string): string {
  const fields = Object.entries(entry.fields as Record<string, unknown>)
    .filter(([name]) => !privateField.test(name))
    .map(([name, value]) => [name, toValue(name, restore(toTex(value)))])
    .filter(([, value]) => value !== '{}');
  const lines = fields.map(([name, value]) => `  ${name} = ${value},`);
  return [`@${entry.type}{${entry.key},`, ...lines, '}'].join('\n');
}

function toValue(name: string, tex: string): string {
  const text = tex.replace(/\s+/g, ' ').trim();
  const month = name === 'month' ? months[Number(text) - 1] : undefined;
  return month ?? `{${balanced(text)}}`;
}

function toTex(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value
    .map((one: string | Creator) => (typeof one === 'string' ? one : nameTex(one)))
    .join(' and ');
}

/** The raw reading splits plain names and gives the others whole. */
function nameTex({ name, lastName = '', firstName, suffix, prefix }: Creator): string {
  if (name !== undefined) return name;
  const family = [prefix, lastName].filter(Boolean).join(' ');
  return [family, suffix, firstName].filter(Boolean).join(', ');
}

/** In quotation marks a brace may stand alone; between braces it would upset the whole file. */
function balanced(text: string): string {
  let depth = 0;
  for (const [brace] of text.replace(/\\./g, '').matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) break;
  }
  return depth === 0 ? text : text.replace(/\\?[{}]/g, '');
}
