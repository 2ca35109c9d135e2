import { readFrontMatter } from '../../content/parse/front-matter.ts';
import { isMap } from '../../schema/describe.ts';
import { isFalse, isTrue } from '../../schema/text.ts';
import { toLowerCaseKeys, toTexts, type HugoSettings } from '../old-site/generator-settings.ts';
import { toHugoFolders } from '../old-site/site-languages.ts';
import type { OldSite } from '../old-site/old-site.ts';

/** A file that Hugo renders as a page. */
export interface HugoPage {
  kind: 'page' | 'list';
  /** As in `OldFile`. */
  file: string;
  /** The folders that contain it, below the content folder, without its own bundle. */
  folders: readonly string[];
  /** The first of them. */
  section: string;
  /** The name of the file without extension, or of the folder of a bundle. */
  name: string;
  /** Its front matter, with its keys in lower case. */
  data: Record<string, unknown>;
  title: string;
  slug?: string | undefined;
  date: { year: number; month: number; day: number };
  /** The files of its bundle, by their path in it. */
  files: readonly { name: string; file: string }[];
}

/** A list that Hugo generates without a file. */
export const generatedList: HugoPage = {
  ...{ kind: 'list', file: '', folders: [], section: '', name: '', data: {}, title: '', files: [] },
  date: { year: 1, month: 1, day: 1 },
};

/** The files of the content folder. */
export interface HugoContent {
  pages: readonly HugoPage[];
  /** Files outside bundles, which Hugo copies, by their path below the content folder. */
  otherFiles: readonly { name: string; file: string }[];
  /** Files of pages in other languages than the default one. */
  otherLanguages: readonly { file: string; language: string }[];
}

const textFile = /\.(md|markdown|mdown|mkd|html?|org|pdc|pandoc|adoc|ad|rst)$/i;
const readableFile = /\.(md|markdown|mdown|mkd|html?|pdc|pandoc|rmd|rmarkdown)$/i;
/** Documents that blogdown renders. The rendered file may be missing, because blogdown sites need not keep it. */
const sourceFile = /\.(rmd|rmarkdown)$/i;

/** Reads the pages that Hugo renders, by its rules for bundles, languages and drafts. */
export function readHugoContent(site: OldSite, settings: HugoSettings): HugoContent {
  const root = `${settings.contentDir}/`;
  const otherContent = [...toHugoFolders(site).otherContent].filter(
    ([, folder]) => folder !== settings.contentDir,
  );
  const findOtherLanguage = (path: string) =>
    otherContent.find(([, folder]) => path.startsWith(`${folder}/`))?.[0];
  const texts = site.files.filter(({ path }) => textFile.test(path));
  const rendered = new Set(texts.map(({ path }) => toStem(path)));
  // The setup of blogdown ignores all documents, as Hugo reads only what they are rendered to.
  const isUnrendered = (path: string) => sourceFile.test(path) && !rendered.has(toStem(path));
  const contentFiles = site.files.filter(
    ({ path }) =>
      path.startsWith(root) &&
      findOtherLanguage(path) === undefined &&
      (isUnrendered(path) || !settings.ignoredFiles.some((one) => one.test(path))),
  );
  const names = contentFiles.map(({ path }) => path.slice(root.length));
  const isText = (name: string) => textFile.test(name) || isUnrendered(root + name);
  const isIndex = (name: string) => /(^|\/)index(\.[a-z-]+)?\.[a-z]+$/i.test(name) && isText(name);
  const leafBundles = new Set(
    names.filter((name) => isIndex(name) && name.includes('/')).map(toFolder),
  );
  const listBundles = new Set(
    names.filter((name) => /(^|\/)_index\.[^/]*$/.test(name)).map(toFolder),
  );
  const findBundle = (name: string) =>
    listParentFolders(name).find((folder) => leafBundles.has(folder)) ??
    listParentFolders(name).findLast((folder) => listBundles.has(folder));

  const files = Map.groupBy(
    names.filter((name) => findBundle(name) !== undefined && isResource(name)),
    (name) => findBundle(name) ?? '',
  );
  const pages: HugoPage[] = [];
  const otherLanguages = site.files.flatMap(({ path }) => {
    const language = textFile.test(path) ? findOtherLanguage(path) : undefined;
    return language === undefined ? [] : [{ file: path, language }];
  });
  for (const name of names.filter((one) => !isResource(one))) {
    const parsed = parseName(name, settings.languages);
    if (parsed.language !== settings.languages[0]) {
      otherLanguages.push({ file: root + name, language: parsed.language });
      continue;
    }
    const page = toPage(name, parsed.stem);
    if (page) pages.push(page);
  }
  const otherFiles = names.filter((name) => isResource(name) && findBundle(name) === undefined);
  return {
    pages,
    otherFiles: otherFiles.map((name) => ({ name, file: root + name })),
    otherLanguages,
  };

  /** Returns whether a file is not a page: other files, and texts within a bundle. */
  function isResource(name: string): boolean {
    const leafBundle = listParentFolders(name).find((folder) => leafBundles.has(folder));
    if (leafBundle !== undefined) return toFolder(name) !== leafBundle || !isIndex(name);
    return (
      !isText(name) || (/\.html?$/i.test(name) && !/^\s*(---|\+\+\+)/.test(site.read(root + name)))
    );
  }

  function toPage(path: string, stem: string): HugoPage | undefined {
    const data = readData(site, root + path);
    if (!isRendered(data)) return undefined;
    const folder = toFolder(path);
    const parts = folder === '' ? [] : folder.split('/');
    const isLeaf = stem === 'index' && parts.length > 0;
    const isList = stem === '_index';
    const folders = isLeaf ? parts.slice(0, -1) : parts;
    const name = isLeaf ? (parts.at(-1) ?? '') : stem;
    const bundleFiles = isLeaf || isList ? (files.get(folder) ?? []) : [];
    const { title } = data;
    return {
      ...{ kind: isList ? 'list' : 'page', file: root + path, folders, name, data },
      section: folders[0] ?? '',
      title: typeof title === 'string' || typeof title === 'number' ? String(title) : '',
      slug: findPageSlug({ data, name }, settings),
      date: findDate(data, settings.dateFromFilename ? name : ''),
      files: bundleFiles.map((one) => ({
        name: one.slice(folder === '' ? 0 : folder.length + 1),
        file: root + one,
      })),
    };
  }
}

/** Removes the extension: `post/a.Rmd` → `post/a`. */
function toStem(name: string): string {
  return name.replace(/\.[^./]*$/, '');
}

/** Splits a name: `x.de.md` is German if German is a language of the site. */
function parseName(name: string, languages: readonly string[]) {
  const stem = (name.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const suffix = /\.([^.]+)$/.exec(stem)?.[1]?.toLowerCase();
  const hasLanguage = suffix !== undefined && languages.includes(suffix);
  return hasLanguage
    ? { stem: stem.slice(0, -suffix.length - 1), language: suffix }
    : { stem, language: languages[0] ?? 'en' };
}

function readData(site: OldSite, path: string): Record<string, unknown> {
  if (!readableFile.test(path)) return {};
  const read = readFrontMatter(site.read(path), []);
  return 'failure' in read ? {} : toLowerCaseKeys(read.data);
}

function isRendered(data: Record<string, unknown>): boolean {
  const build = toLowerCaseKeys(data['build'] ?? data['_build']);
  const render = build['render'] ?? true;
  const isDraft = isTrue(data['draft']) || isFalse(data['published']);
  return !isDraft && !isTrue(data['headless']) && (render === true || render === 'always');
}

/** Returns the date of a page. Without a date, Hugo uses other dates, and at last the year 1. */
function findDate(data: Record<string, unknown>, name: string) {
  const values = [name, ...['date', 'publishdate', 'lastmod'].map((key) => data[key])];
  for (const value of values) {
    const text = isMap(value) || Array.isArray(value) ? '' : String(value ?? '');
    const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text) ?? [];
    if (year) return { year: Number(year), month: Number(month), day: Number(day) };
  }
  return { year: 1, month: 1, day: 1 };
}

function toFolder(name: string): string {
  return name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '';
}

/** Returns the folders that contain a file, the outermost first. */
function listParentFolders(name: string): string[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** Returns the `slug` of a page, or the rest of a file name that begins with a date. */
export function findPageSlug(
  { data, name }: Pick<HugoPage, 'data' | 'name'>,
  { dateFromFilename }: Pick<HugoSettings, 'dateFromFilename'>,
): string | undefined {
  const slug = toTexts(data['slug'])[0]?.replace(/^-+|-+$/g, '');
  if (slug) return slug;
  return dateFromFilename ? /^\d{4}-\d{2}-\d{2}[-_. ]?(.+)$/.exec(name)?.[1] : undefined;
}
