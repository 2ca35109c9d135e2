import { toSlug } from '../../model/page/addresses.ts';
import type { PageFile, PageFrontMatter } from '../assets/page-files.ts';
import { readAuthorText } from '../parse/decode-text.ts';
import { readFrontMatter } from '../parse/front-matter.ts';
import type { Problem } from '../parse/problem.ts';
import type { ParsedPage } from '../sections/parsed-page.ts';
import type { Section } from '../sections/section.ts';
import { now } from '../site/now.ts';
import { formatPointer } from '../validate/format-report.ts';

/** The files and pages of a section, and their problems. */
interface Reading<F extends PageFrontMatter> {
  files: readonly PageFile[];
  pages: readonly ParsedPage<F>[];
  /** The valid parts of invalid pages. */
  broken: readonly ParsedPage<F>[];
  problems: readonly Problem[];
}

/**
 * Remembers the pages of a section while a dev server runs, so that a page is still there, in all lists, when its file
 * gets an error.
 */
export class BrokenPages<F extends PageFrontMatter> {
  readonly #section: Section<F>;
  /** The pages of each file before its error, by the name of the file. */
  readonly #lastGood = new Map<string, readonly ParsedPage<F>[]>();

  constructor(section: Section<F>) {
    this.#section = section;
  }

  /**
   * Returns, for each file whose pages are missing because of an error, its last pages without one, or a placeholder that
   * shows the error. An MDX file always has a placeholder: its text is a module, which only exists in its present state.
   */
  findReplacements({ files, pages, broken, problems }: Reading<F>): ParsedPage<F>[] {
    const pagesByFile = Map.groupBy(pages, ({ file }) => file.name);
    const errors = Map.groupBy(problems.filter(hidesPage), ({ file }) => file);
    for (const [name, own] of pagesByFile) {
      if (!errors.has(name)) this.#lastGood.set(name, own);
    }
    const usedSlugs = new Set(pages.map(({ slug }) => slug.toLowerCase()));
    const candidates = [...errors].flatMap(([name, own]) => {
      const lastGood = this.#lastGood.get(name) ?? [];
      const file = files.find((one) => one.name === name);
      if (file === undefined) return lastGood;
      if (pagesByFile.has(name)) return [];
      if (lastGood.length > 0 && !name.endsWith('.mdx')) return lastGood;
      const valid = broken.find((page) => page.file.name === name) ?? lastGood[0];
      return createPlaceholder(this.#section, file, own, valid) ?? [];
    });
    return candidates.filter(({ slug }) => {
      const key = slug.toLowerCase();
      return !usedSlugs.has(key) && usedSlugs.add(key);
    });
  }
}

/** Returns whether a page may be missing because of a problem. */
function hidesPage({ severity, code }: Problem): boolean {
  return severity === 'error' || code === 'bib/unreadable-entry';
}

/**
 * Creates a page that shows the errors of a file in place of its text. Its title and date are those of the file, as far
 * as they can be read, so that lists show it where it belongs: of a wrong date only the year counts, and without a year
 * the page is one of today.
 * @param valid The valid part of the page.
 */
function createPlaceholder<F extends PageFrontMatter>(
  section: Section<F>,
  file: PageFile,
  problems: readonly Problem[],
  valid: Pick<ParsedPage<F>, 'slug' | 'frontMatter'> | undefined,
): ParsedPage<F> | undefined {
  const today = new Date(now).toISOString().slice(0, 10);
  const guess = { title: file.stem, date: today, ...guessBasics(file) };
  const required = [guess.date, guess.date.slice(0, 4), today, undefined]
    .map((date) => section.schema.safeParse({ ...guess, date }))
    .find(({ success }) => success)?.data;
  if (!required) return undefined;
  const frontMatter = { ...required, ...omitUndefined(valid?.frontMatter) };
  const slug = valid?.slug ?? toSlug(file.stem);
  const text = `---\n---\n\n${introduction}\n\n<ul>\n${problems.map(formatProblem).join('\n')}\n</ul>\n`;
  const parsed = readFrontMatter(text);
  if ('failure' in parsed) return undefined;
  const path = file.path.replace(/\.\w+$/, '.md');
  return {
    ...{ file: { ...file, path }, text, slug, identifiers: [file.stem], parsed, frontMatter },
    ...{ files: {}, pdfs: [], locate: () => undefined },
    sectionData: section.toSectionData?.(frontMatter, file, slug),
  };
}

const introduction =
  'The text of this page is not shown, because its file has an error. When you fix it, the page is complete again.';

/** Reads the title and the date from front matter that cannot be parsed. */
function guessBasics({ path }: PageFile): { title?: string; date?: string } {
  const { text } = readAuthorText(path);
  const title = /^title[ \t]*[:=][ \t]*(.+)$/m
    .exec(text)?.[1]
    ?.replace(/^["'[{]+|["'\]}\s]+$/g, '');
  const date = /^date[ \t]*[:=][ \t]*["']?(\d{4}(?:-\d\d){0,2})/m.exec(text)?.[1];
  return { ...(title && { title }), ...(date && { date }) };
}

function omitUndefined<T extends object>(values: T | undefined): Partial<T> {
  const entries = Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}

/** Formats a problem as an item of a list, in HTML. */
function formatProblem(problem: Problem): string {
  const { file, line, column, message, remedy } = problem;
  const pointer = formatPointer(problem).map(escape).join('\n');
  return [
    `<li><code>${escape(`${file}:${line}:${column}`)}</code><br />${escape(`${message}. ${remedy}`)}`,
    ...(pointer ? [`<pre><code>${pointer}</code></pre>`] : []),
    '</li>',
  ].join('\n');
}

/** Writes all punctuation as character references, so that nothing in the text is Markdown, HTML or a formula. */
function escape(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
}
