import { dirname, join } from 'node:path/posix';
import { readFrontMatter, splitFrontMatter } from '../../content/parse/front-matter.ts';
import { memoizeByObject } from '../../model/page/memoize.ts';
import { findSection } from '../../model/site/section-folders.ts';
import { isMap } from '../../schema/describe.ts';
import { findOwn } from '../../schema/own-value.ts';
import { toTexts } from './generator-settings.ts';
import type { OldSite } from './old-site.ts';
import { hasFile, readOldData } from './old-values.ts';

/** A document that Quarto renders. */
export interface QuartoPage {
  /** As in `OldFile`. */
  path: string;
  /** The front matter, with the defaults of `_metadata.yml` in its folders. */
  data: Record<string, unknown>;
  /** Its address: `/posts/knots/`, `/talks.html`. */
  address: string;
  isDeck: boolean;
  /** The pages that it lists; undefined for a page without a list. */
  listed?: string[] | undefined;
  /** The section of the new site, without `content/`; undefined for a page outside sections. */
  section?: string;
}

/** The files of a Quarto website that are pages. */
export interface QuartoProject {
  pages: ReadonlyMap<string, QuartoPage>;
  /** The values of `website` in `_quarto.yml`. */
  website: Readonly<Record<string, unknown>>;
}

/** Reads the pages of a Quarto website, once for each site. */
export const readQuartoProject = memoizeByObject((site: OldSite): QuartoProject => {
  const config = site.configs[0]?.data ?? {};
  const project = isMap(config['project']) ? config['project'] : {};
  const isRendered = createRenderFilter(toTexts(project['render']));
  const paths = site.files
    .map(({ path }) => path)
    .filter((path) => isInput(path) && isRendered(path));
  const read = new Map(paths.map((path) => [path, readPage(site, path)]));
  const sections = new Map<string, string>();
  for (const page of read.values()) {
    page.listed = listContents(page, paths);
    const section = page.listed && findListSection(page);
    for (const listed of section === undefined ? [] : (page.listed ?? []))
      if (!sections.has(listed)) sections.set(listed, section!);
  }
  for (const page of read.values()) {
    const section = page.isDeck
      ? 'slides'
      : (findFolderSection(page.path) ?? sections.get(page.path));
    if (section !== undefined && page.path.includes('/')) page.section = section;
    if (page.isDeck) page.section = 'slides';
  }
  return { pages: read, website: isMap(config['website']) ? config['website'] : {} };
});

/** Returns whether Quarto renders a file by default. */
function isInput(path: string): boolean {
  if (!/\.(qmd|md|rmd|rmarkdown)$/i.test(path)) return false;
  const isHidden = path.split('/').some((part) => /^[_.]/.test(part));
  return (
    !isHidden &&
    !/(^|\/)(README|LICEN[CS]E|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|NEWS|CLAUDE|AGENTS)\./i.test(
      path,
    )
  );
}

/** Returns a filter for `project: render`, a list of patterns in which `!` excludes files. */
function createRenderFilter(patterns: readonly string[]): (path: string) => boolean {
  const included = patterns.filter((one) => !one.startsWith('!')).map(toPattern);
  const excluded = patterns
    .filter((one) => one.startsWith('!'))
    .map((one) => toPattern(one.slice(1)));
  return (path) =>
    (included.length === 0 || included.some((one) => one.test(path))) &&
    !excluded.some((one) => one.test(path));
}

/** Returns an expression for a pattern with stars; a folder stands for its files. */
function toPattern(glob: string): RegExp {
  const source = glob
    .replace(/^(\.?\/)+/, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?/g, '\0')
    .replace(/\*/g, '[^/]*')
    .replace(/\0/g, '(?:.*/)?');
  const inside = /\/$|^[^.*]*$/.test(glob) ? '(?:/?.*)?' : '';
  return new RegExp(`^${source.replace(/\/$/, '')}${glob.endsWith('**') ? '.*' : inside}$`);
}

function readPage(site: OldSite, path: string): QuartoPage {
  const text = site.read(path);
  const read = 'failure' in splitFrontMatter(text) ? undefined : readFrontMatter(text, []);
  const own = read === undefined || 'failure' in read ? {} : read.data;
  const data = { ...readFolderData(site, dirname(path)), ...own };
  const name = path.replace(/\.[a-z]+$/i, '');
  const address = `/${name === 'index' ? '' : name.endsWith('/index') ? name.slice(0, -5) : `${name}.html`}`;
  return { path, data, address, isDeck: isRevealFormat(data['format']) };
}

function isRevealFormat(format: unknown): boolean {
  if (typeof format === 'string') return /revealjs$/.test(format);
  const names = isMap(format) ? Object.keys(format) : [];
  return names.some((name) => /revealjs$/.test(name)) && !names.includes('html');
}

/** Returns the keys of `_metadata.yml` in a folder and those above it. */
function readFolderData(site: OldSite, folder: string): Record<string, unknown> {
  const above = folder === '.' ? {} : readFolderData(site, dirname(folder));
  const file = join(folder, '_metadata.yml');
  const data = hasFile(site, file) ? readOldData(site, file)?.value : undefined;
  return isMap(data) ? { ...above, ...data } : above;
}

/** Returns the pages that a page lists; undefined if it has no `listing`. */
function listContents({ data, path }: QuartoPage, paths: readonly string[]): string[] | undefined {
  const { listing } = data;
  if (listing === undefined || listing === null || listing === false) return undefined;
  const lists = Array.isArray(listing) ? (listing as unknown[]) : [listing];
  const contents = lists.flatMap((one) => (isMap(one) ? (one['contents'] ?? ['.']) : ['.']));
  const patterns = contents.flatMap((one) =>
    typeof one === 'string'
      ? toPattern(join(dirname(path), one) + (/\.\w+$|\*/.test(one) ? '' : '/'))
      : [],
  );
  return paths.filter((one) => one !== path && patterns.some((pattern) => pattern.test(one)));
}

/** Sections by the names of folders and of pages with lists, besides those of other old sites. */
const sectionNames: Readonly<Record<string, string>> = {
  ...{ presentation: 'talks', workshops: 'talks', speaking: 'talks' },
  ...{ papers: 'publications', pubs: 'publications', articles: 'publications' },
  ...{ software: 'projects', research: 'projects', apps: 'projects', work: 'projects' },
  ...{ blogs: 'posts', notes: 'posts', writing: 'posts', tutorials: 'posts', index: 'posts' },
  ...{ classes: 'teaching', team: 'people', members: 'people' },
};

function toSection(name: string): string | undefined {
  const word = name.toLowerCase();
  const section = findSection(word) ?? findOwn(sectionNames, word);
  return section === 'people' ? 'authors' : section === 'pages' ? undefined : section;
}

function findFolderSection(path: string): string | undefined {
  const folders = path.split('/').slice(0, -1);
  return folders.map(toSection).find((section) => section !== undefined && section !== 'slides');
}

/** Returns the section of what a page lists, by its name or the name of its folder. */
function findListSection({ path }: QuartoPage): string | undefined {
  const [name = '', folder = ''] = path
    .replace(/\.[a-z]+$/i, '')
    .split('/')
    .toReversed();
  return (name === 'index' && folder !== '' ? toSection(folder) : toSection(name)) ?? 'posts';
}
