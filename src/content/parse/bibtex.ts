import type { BibEntry } from '../../model/publication/bib-entry.ts';
import { quote } from '../../schema/describe.ts';
import { createTexConverter } from './bibtex-convert.ts';
import { inheritFields, type TexEntry } from './bibtex-crossref.ts';
import {
  addToConverter,
  isAmbiguousName,
  isTextField,
  splitNames,
  toBibEntry,
} from './bibtex-entry.ts';
import {
  type BibReporter,
  createReporter,
  type EntryProblem,
  toBrokenProblem,
  toFormulaProblem,
  toJournalProblem,
  toKeyProblem,
  toLengthProblem,
  toNameProblem,
  toSizeProblem,
  toStringProblem,
} from './bibtex-errors.ts';
import { formatEntry } from './bibtex-format.ts';
import { type BibEntryBlock, scanBibtex } from './bibtex-lexer.ts';
import { bibLimits } from './bibtex-limits.ts';
import { createStringTable, type ValueProblem } from './bibtex-strings.ts';
import { shieldTex } from './bibtex-text.ts';
import { expandJournalMacros } from './journal-macros.ts';
import type { Position } from './position.ts';
import type { Problem } from './problem.ts';

/** Entries that configure programs and are not publications. */
const settingsTypes = /^(?:xdata|set|control|settings|ieeetranbstctl)$/;
/** Volumes, which are often in a file only because other entries refer to them by `crossref`. */
const volumeTypes = /^(?:mv)?(?:proceedings|collection|reference)$/;

/** An entry with the positions of its fields. */
export interface LocatedBibEntry extends BibEntry {
  /** By the names of all fields, those that no page shows included. An inherited field has the position of its source. */
  positions: ReadonlyMap<string, Position>;
}

/**
 * Reads a BibTeX or BibLaTeX file. Never throws: it reports entries that cannot be parsed as problems.
 *
 * `@xdata` and the like are not publications; nor are `@proceedings` and `@collection` if other entries
 * of the file refer to them with `crossref`. Of two entries with the same key and title, the first one is used.
 * @param text The whole file with any line breaks, with or without a byte order mark.
 * @param file Its name in messages.
 */
export function readBibtex(
  text: string,
  file: string,
): { entries: LocatedBibEntry[]; problems: Problem[] } {
  const bibtex = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\v\f\x0E-\x1F\x7F]/g, ' ');
  const reporter = createReporter(bibtex, file);
  if (bibtex.length > bibLimits.file) {
    reporter.report(0, toSizeProblem('bytes'));
    return { entries: [], problems: reporter.list() };
  }
  const { texEntries, preambles } = joinValues(bibtex, reporter);
  const volumes = inheritFields(texEntries);
  const listed = pickListed(texEntries, volumes, reporter);
  const converter = createTexConverter(preambles);
  for (const entry of listed) addToConverter(entry, converter);
  converter.run();
  const entries: LocatedBibEntry[] = [];
  const titles = new Map<string, string>();
  for (const texEntry of listed) {
    const { offset, fields } = texEntry;
    const details = { bibtex: formatEntry(texEntry), line: reporter.locate(offset).line };
    const entry = toBibEntry(texEntry, converter, details);
    const key = entry.key.toLowerCase();
    const title = toComparableTitle(entry.title);
    if (titles.get(key) === title) {
      reporter.report(offset, toKeyProblem(entry.key, undefined));
      continue;
    }
    titles.set(key, title);
    const positions = [...fields].map(
      ([name, value]) => [name, reporter.locate(value.offset)] as const,
    );
    entries.push({ ...entry, positions: new Map(positions) });
    reportDoubts(texEntry, entry, bibtex, reporter);
  }
  return { entries, problems: reporter.list() };
}

/** Inserts the strings of a file into its values, and reports what cannot be parsed. */
function joinValues(bibtex: string, reporter: BibReporter) {
  const strings = createStringTable();
  const texEntries: TexEntry[] = [];
  const preambles: string[] = [];
  let total = 0;
  let keywords = 0;
  for (const block of scanBibtex(bibtex)) {
    if (block.kind === 'broken') reporter.report(block.offset, toBrokenProblem(block));
    else if (block.kind === 'string') {
      reportValues(strings.define(block.field), `@string ${block.field.name}`, reporter);
    } else if (block.kind === 'preamble') preambles.push(strings.join(block.parts).value.tex);
    else if (texEntries.length >= bibLimits.entries || total > bibLimits.total) {
      const what = total > bibLimits.total ? 'total' : 'entries';
      reporter.report(block.offset, toSizeProblem(what));
      break;
    } else {
      const entry = joinEntry(block, strings, reporter);
      for (const { tex } of entry.fields.values()) total += tex.length;
      keywords += countKeywords(entry);
      if (keywords > bibLimits.keywords) omitKeywords(entry, reporter);
      texEntries.push(entry);
    }
  }
  return { texEntries, preambles };
}

const keywordFields = ['keywords', 'author_keywords'];

function countKeywords({ fields }: TexEntry): number {
  const texts = keywordFields.flatMap((name) => fields.get(name)?.tex ?? []);
  return texts.reduce((sum, tex) => sum + tex.split(/[,;]/).length, 0);
}

/** Removes and reports the keywords of an entry: each of them is a page. */
function omitKeywords({ fields }: TexEntry, reporter: BibReporter): void {
  for (const name of keywordFields) {
    const value = fields.get(name);
    if (value && fields.delete(name)) reporter.report(value.offset, toSizeProblem('keywords'));
  }
}

function joinEntry(
  { type, key, offset, fields }: BibEntryBlock,
  strings: ReturnType<typeof createStringTable>,
  reporter: BibReporter,
): TexEntry {
  const entry: TexEntry = { type, key, offset, fields: new Map() };
  for (const { name, parts } of fields) {
    const { value, problems } = strings.join(parts);
    reportValues(problems, `the field ${name}`, reporter);
    const earlier = entry.fields.get(name);
    if (!earlier) entry.fields.set(name, value);
    else if (name === 'keywords') earlier.tex += `, ${value.tex}`;
  }
  return entry;
}

function reportValues(problems: readonly ValueProblem[], where: string, reporter: BibReporter) {
  for (const { kind, name, offset } of problems) {
    if (kind === 'unknown-string' && name !== '' && reporter.has(toStringProblem(name))) continue;
    reporter.report(offset, kind === 'too-long' ? toLengthProblem(where) : toStringProblem(name));
  }
}

/** Returns the entries that are publications, and reports those that have no page. */
function pickListed(
  entries: readonly TexEntry[],
  volumes: ReadonlySet<TexEntry>,
  reporter: BibReporter,
): TexEntry[] {
  return entries.filter((entry) => {
    if (settingsTypes.test(entry.type)) return false;
    if (volumeTypes.test(entry.type) && volumes.has(entry)) return false;
    const problem = findEntryProblem(entry);
    if (problem) reporter.report(entry.offset, problem);
    return problem === undefined;
  });
}

/** Returns the reason why an entry cannot be listed, if there is one. */
function findEntryProblem({ key, type, fields }: TexEntry): EntryProblem | undefined {
  const name = quote(`@${type}{${key}`);
  if (key === '') {
    return {
      code: 'bib/unreadable-entry',
      message: `${name} has no key, so it is left out`,
      remedy: 'Write a key and a comma after the brace, for example @article{knuth1984,',
    };
  }
  if (/[^\s{}]/.test(fields.get('title')?.tex ?? '')) return undefined;
  return {
    code: 'bib/no-title',
    message: `${name} has no title, so it is left out`,
    remedy: 'Add title = {…}.',
  };
}

/** Reports values that are shown, and may be shown incorrectly. */
function reportDoubts(
  { fields }: TexEntry,
  entry: BibEntry,
  bibtex: string,
  reporter: BibReporter,
) {
  for (const name of [...entry.authors, ...entry.editors].filter(isAmbiguousName)) {
    const { family = '', suffix = family } = name;
    const value = fields.get(entry.authors.includes(name) ? 'author' : 'editor');
    if (!value) continue;
    const whole = splitNames(value.tex).find((one) => /(?:,[^,]*){3}/.test(one));
    const shown = whole?.includes(suffix) ? whole : suffix;
    const at = bibtex.indexOf(shown, value.offset);
    const isInValue = at >= 0 && at <= value.offset + value.tex.length + 1;
    reporter.report(isInValue ? at : value.offset, toNameProblem(shown));
  }
  for (const name of ['journal', 'journaltitle', 'booktitle', 'series']) {
    const value = fields.get(name);
    const unknown = expandJournalMacros(value?.tex ?? '').unknown;
    if (value && unknown !== undefined) reporter.report(value.offset, toJournalProblem(unknown));
  }
  for (const [name, { tex, offset }] of fields) {
    if (!tex.includes('$') || !isTextField(name) || !shieldTex(tex).hasOpenFormula) continue;
    reporter.report(offset, toFormulaProblem(name));
  }
}

/** Returns the words of a title, which are equal for two spellings of it. */
function toComparableTitle(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
}
