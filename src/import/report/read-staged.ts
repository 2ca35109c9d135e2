import { checkSite, type CheckOptions } from '../../content/validate/check-site.ts';
import type { ParsedPage } from '../../content/sections/parsed-page.ts';
import { readPages, createReadingContext } from '../../content/sections/read-pages.ts';
import type { Problem } from '../../content/parse/problem.ts';
import { sortProblems } from '../../content/validate/format-report.ts';
import type { Section } from '../../content/sections/section.ts';
import { sections } from '../../content/sections/sections.ts';
import type { SiteFolder } from '../../content/assets/site-folder.ts';
import { readSite } from '../../content/site/read-site.ts';
import { findTags } from '../../markdown/shortcodes/shortcode-tags.ts';
import { isInside, findRegions } from '../../markdown/source/regions.ts';
import { compareText } from '../../model/page/lists.ts';
import { createAddresses } from '../../model/page/addresses.ts';
import { isEmpty } from '../../schema/field.ts';
import { readAuthorText } from '../../content/parse/decode-text.ts';

/** A problem without its source line. */
export type StagedProblem = Omit<Problem, 'source'>;

/** The staged files as the new site reads them. */
export interface StagedReading {
  /** `drafts` is how many of the `count` pages no visitor sees. */
  pages: { section: string; count: number; drafts: number }[];
  problems: StagedProblem[];
  keys: KeyUse[];
  shortcodes: ShortcodeUse[];
}

/** Reads a staged folder as a build would, and returns its pages and problems. */
export async function readStaged(
  folder: SiteFolder,
  options: CheckOptions = {},
): Promise<StagedReading> {
  const { problems } = await checkSite(folder, options);
  const site = readSite(folder);
  const addresses = createAddresses(site.settings.base);
  const { parse } = options;
  const context = { ...createReadingContext(site, folder), ...(parse && { parse }) };
  const pagesBySection = sections.map((section) => {
    const { pages } = readPages(section, folder, addresses, context);
    return { section, pages: pages as ParsedPage[] };
  });
  const texts = new Map(
    pagesBySection.flatMap(({ pages }) =>
      pages.map(({ file }) => [file.name, readAuthorText(file.path).text] as const),
    ),
  );
  return {
    pages: pagesBySection.map(({ section, pages }) => ({
      section: section.name,
      count: pages.length,
      drafts: pages.filter(isDraft).length,
    })),
    problems: sortProblems(problems).map((problem) => removeRoot(problem, folder)),
    keys: pagesBySection.flatMap(({ section, pages }) => findUnusedKeys(section, pages)),
    shortcodes: countShortcodes(texts, problems),
  };
}

function isDraft({ frontMatter }: ParsedPage): boolean {
  return (frontMatter as { draft?: boolean | undefined }).draft ?? false;
}

/** Finds front matter keys that have no effect in their section. */
function findUnusedKeys(section: Section, pages: readonly ParsedPage[]): KeyUse[] {
  const usedKeys = new Set(
    'shape' in section.schema ? Object.keys(section.schema.shape as object) : [],
  );
  const known = new Set(section.keys);
  const uses = Map.groupBy(
    pages.flatMap(({ file, parsed }) =>
      Object.entries(parsed.data).flatMap(([key, value]) =>
        usedKeys.has(key) || isEmpty(value) ? [] : { key, file: file.name },
      ),
    ),
    ({ key }) => key,
  );
  return [...uses]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, files]) => ({
      ...{ section: section.name, key, ofOldTheme: known.has(key) },
      files: files.map(({ file }) => file),
    }));
}

function countShortcodes(
  texts: ReadonlyMap<string, string>,
  problems: readonly Problem[],
): ShortcodeUse[] {
  const unknown = new Set(problems.flatMap(({ shortcode }) => shortcode ?? []));
  const uses = [...texts].flatMap(([file, text]) => {
    if (!/\{\{|\{%/.test(text)) return [];
    const { code } = findRegions(text);
    const tags = findTags(text).tags.filter((tag) => !tag.closing && !isInside(code, tag.start));
    return tags.map(({ name }) => ({ name, file }));
  });
  return [...Map.groupBy(uses, ({ name }) => name)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, uses]) => ({
      ...{ name, understood: !unknown.has(name), uses: uses.length },
      files: [...new Set(uses.map(({ file }) => file))],
    }));
}

/** Removes the source line and every absolute path. */
function removeRoot({ source: _, ...problem }: Problem, { root }: SiteFolder): StagedProblem {
  const toRelative = (text: string) => text.replaceAll(`${root}/`, '').replaceAll(root, '.');
  const { message, remedy } = problem;
  return { ...problem, message: toRelative(message), remedy: toRelative(remedy) };
}

/** A front matter key that has no effect. */
interface KeyUse {
  section: string;
  key: string;
  /** Whether old themes used it. If not, the key is unknown. */
  ofOldTheme: boolean;
  files: string[];
}

interface ShortcodeUse {
  name: string;
  understood: boolean;
  uses: number;
  files: string[];
}
