import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { compareText } from '../../model/page/lists.ts';
import { isHtmlFile, isMarkdownFile } from '../../model/page/markdown-files.ts';
import type { ReferringPage } from '../../model/page/references.ts';
import { chooseVariants, toHtmlName, toTextName, type TextName } from '../parse/file-names.ts';
import { cleanFile } from './clean-file.ts';
import { listChapterFiles, type ChapterPlace } from './chapter-files.ts';
import { toRelativePath } from './file-stats.ts';
import { isHtmlPage } from './html-pages.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SkippedFile, SkipReason } from './skipped-files.ts';
import { isLinkFault, resolveEntry, type EntryKind, type LinkChain } from './symbolic-links.ts';

/** A file that may be a page. */
export interface PageFile {
  /** Absolute path. */
  path: string;
  /** Relative to the author's folder, with forward slashes: its name in messages. */
  name: string;
  /** The name of its folder, or its own without the extension. The default slug is made from it. */
  stem: string;
  /** The page bundle's files, relative to `folder`, without Markdown and hidden files. */
  bundle?: PageBundle;
  /** Set for a chapter of a course. */
  chapter?: ChapterPlace;
}

export interface PageBundle {
  /** Absolute path. */
  folder: string;
  files: string[];
}

/** Which files, besides Markdown files, are pages of a section. */
export interface PageFileRules {
  /** The `_index.md` of a folder is its page, as in Hugo's sections of authors and courses. */
  allowsIndexFile?: boolean;
  /** The texts below such a folder are chapters of its page. */
  allowsChapters?: boolean;
  /** A YAML file is a page, as newer themes store authors. */
  allowsYamlFile?: boolean;
}

/** The files in the folder of a section. */
export interface PageListing {
  files: PageFile[];
  skipped: SkippedFile[];
}

/** Single files of content, which are published even if they are links to files outside the site. */
const contentText = /\.(?:md|mdx|markdown|mdown|bib|ya?ml)$/i;
const sourceDocument = /\.(rmd|rmarkdown|qmd)$/i;

/**
 * Lists the files of pages below the folder of a section by name. A folder with an `index.md` is one page, a page
 * bundle; every other `.md`, `.mdx`, `.markdown` and `.mdown` file is a page, and `.html` with front matter. Of a page in several languages
 * (`nyu.en.md`, `nyu.fr.md`), the file in the language of the site is listed. Files whose names start with `_`
 * or `.` are not pages.
 */
export function listPageFiles(
  sectionFolder: string,
  root: string,
  language: string,
  { allowsIndexFile = false, allowsYamlFile = false, allowsChapters = false }: PageFileRules = {},
): PageListing {
  const skipped: SkippedFile[] = [];
  const files = listFolder(sectionFolder, true, []);
  return {
    files: files.sort((a, b) => compareText(a.name, b.name)),
    skipped: removeDuplicates(skipped).sort((a, b) => compareText(a.name, b.name)),
  };

  function listFolder(folder: string, isTop: boolean, links: LinkChain): PageFile[] {
    const entries = readFolder(folder, { root, links, skip });
    const names = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
    const listPages = names.filter((name) => /^_index\./.test(name) && isMarkdownFile(name));
    const isPage = allowsIndexFile && !isTop ? /^(_index\.|[^_.])/ : /^[^_.]/;
    skip(
      folder,
      'list',
      listPages.filter((name) => !isPage.test(name)),
    );
    const texts = names.flatMap((name) =>
      isPage.test(name) ? (toPageName(folder, name) ?? []) : [],
    );
    const index = texts.filter(({ stem }) => stem === 'index' || stem === '_index');
    const sources = names.filter((name) => sourceDocument.test(name) && !/^[_.]/.test(name));
    if (index.length > 0 && !isTop) {
      skip(
        folder,
        'source',
        sources.filter((name) => name.startsWith('index.')),
      );
      const hasChapters = index.some(({ stem }) => stem === '_index');
      const chapters = hasChapters ? toChapters(folder, listTextsBelow(folder)) : [];
      const bundle = { folder, files: listFiles(folder, { root, links, skip }) };
      return [
        ...chooseFiles(folder, index).map(({ name }) => ({
          ...toPageFile(folder, name, basename(folder)),
          bundle,
        })),
        ...chapters,
      ];
    }
    skip(
      folder,
      'list',
      index.map(({ name }) => name),
    );
    skip(folder, 'source', sources);
    const variantsByStem = Map.groupBy(
      texts.filter((text) => !index.includes(text)),
      ({ stem }) => stem,
    );
    const folders = entries.filter(({ kind, name }) => kind === 'folder' && !/^[_.]/.test(name));
    return [
      ...folders.flatMap(({ name, links }) => listFolder(join(folder, name), false, links)),
      ...names.flatMap((name) => (allowsYamlFile ? toYamlPage(folder, name) : [])),
      ...[...variantsByStem.values()].flatMap((variants) =>
        chooseFiles(folder, variants).map(({ name, stem }) => toPageFile(folder, name, stem)),
      ),
    ];
  }

  function chooseFiles(folder: string, variants: TextName[]): TextName[] {
    const { chosen, otherLanguages, sources } = chooseVariants(variants, language);
    skip(
      folder,
      'language',
      otherLanguages.map(({ name }) => name),
    );
    for (const { name } of sources) {
      skip(folder, isHtmlFile(name) ? 'other-text' : 'source', [name]);
    }
    return chosen;
  }

  function toChapters(folder: string, names: string[]): PageFile[] {
    if (!allowsChapters) skip(folder, 'chapter', names);
    if (!allowsChapters) return [];
    const listing = listChapterFiles(names, language);
    skip(folder, 'language', listing.otherLanguages);
    skip(folder, 'chapter', listing.skipped);
    return listing.chapters.map(({ name, path, isBundle }) => ({
      ...toPageFile(folder, name, basename(path)),
      ...(isBundle && { bundle: readBundle(dirname(join(folder, name)), root) }),
      chapter: { course: basename(folder), path },
    }));
  }

  function skip(folder: string, reason: SkipReason, names: string[]): void {
    skipped.push(...names.map((name) => ({ name: toMessageName(join(folder, name)), reason })));
  }

  function toPageFile(folder: string, fileName: string, stem: string): PageFile {
    const path = join(folder, fileName);
    return { path, name: toMessageName(path), stem };
  }

  function toYamlPage(folder: string, name: string): PageFile[] {
    const stem = /^([^_.].*)\.ya?ml$/i.exec(name)?.[1];
    return stem === undefined ? [] : [toPageFile(folder, name, stem)];
  }

  function toMessageName(path: string): string {
    return toRelativePath(root, path);
  }
}

/** Keeps each file once: the folder of a bundle is read for its page and for its files. */
function removeDuplicates(skipped: readonly SkippedFile[]): SkippedFile[] {
  return [...new Map(skipped.map((file) => [`${file.reason} ${file.name}`, file])).values()];
}

/** Returns the parts of the name of a page: of a Markdown file, or of HTML with front matter. */
function toPageName(folder: string, name: string): TextName | undefined {
  return toTextName(name) ?? (isHtmlPage(join(folder, name)) ? toHtmlName(name) : undefined);
}

/** Lists the files below the page of a folder that Hugo publishes as pages. */
function listTextsBelow(folder: string, prefix = ''): string[] {
  return readNames(join(folder, prefix)).flatMap((entry) => {
    const { name } = entry;
    if (name.startsWith('.')) return [];
    const path = prefix + name;
    if (!sourceDocument.test(name) && toPageName(join(folder, prefix), name)) {
      const isFolderPage = prefix === '' && /^_?index\./.test(name);
      return isFolderPage ? [] : [path];
    }
    return /\./.test(name) || !entry.isDirectory() ? [] : listTextsBelow(folder, `${path}/`);
  });
}

/** Lists the single texts in `content/` and `content/home/`, such as `cv.yaml`, that are links out of the site. */
export function listLinkedTexts({ root, content }: Pick<SiteFolder, 'root' | 'content'>): string[] {
  const found: string[] = [];
  const skip = (folder: string, reason: SkipReason, names: string[]) => {
    if (reason === 'text-outside')
      found.push(...names.map((name) => toRelativePath(root, join(folder, name))));
  };
  for (const folder of [content, join(content, 'home')])
    readFolder(folder, { root, links: [], skip });
  return found.sort(compareText);
}

/** Lists the files of a page bundle. @param root The author's folder. */
export function readBundle(folder: string, root: string): PageBundle {
  return { folder, files: listFiles(folder, { root, links: [], skip: () => undefined }) };
}

function listFiles(folder: string, reading: FolderReading, prefix = ''): string[] {
  return readFolder(join(folder, prefix), reading)
    .flatMap(({ name, kind, links }) => {
      const path = prefix + name;
      if (kind === 'folder') return listFiles(folder, { ...reading, links }, `${path}/`);
      const isSource =
        isMarkdownFile(name) ||
        /\.(rmarkdown|rmd)$/i.test(name) ||
        (kind === 'file' && isHtmlPage(join(folder, path)));
      return kind === 'file' && !isSource ? [path] : [];
    })
    .sort(compareText);
}

interface FolderReading {
  /** The author's folder. */
  root: string;
  /** The symbolic links in the path of the folder. */
  links: LinkChain;
  skip(folder: string, reason: SkipReason, names: string[]): void;
}

interface FolderEntry {
  name: string;
  kind: EntryKind;
  links: LinkChain;
}

/** Reads the names in a folder, without hidden ones, and skips the symbolic links that cannot be followed. */
function readFolder(folder: string, { root, links, skip }: FolderReading): FolderEntry[] {
  return readNames(folder)
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => {
      const { kind, chain } = resolveEntry(entry, folder, root, links);
      const isText = kind === 'file-outside' && contentText.test(entry.name);
      if (isText) skip(folder, 'text-outside', [entry.name]);
      else if (isLinkFault(kind)) skip(folder, kind, [entry.name]);
      return { name: entry.name, kind: isText ? 'file' : kind, links: chain };
    });
}

function readNames(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Reads a file of a page bundle as it is published: see `cleanFile`.
 * @param pagePath The file of the page, absolute.
 */
export async function readAttachment(pagePath: string, file: string): Promise<Buffer<ArrayBuffer>> {
  const bytes = await readFile(join(dirname(pagePath), file));
  return cleanFile(file, bytes) as Buffer<ArrayBuffer>;
}

/** The keys that have the same meaning in every section. */
export interface PageFrontMatter extends ReferringPage {
  slug?: string | undefined;
  aliases?: string[] | undefined;
  alias?: string[] | undefined;
  redirect_from?: string[] | undefined;
  permalink?: string | undefined;
  math?: boolean | undefined;
  macros?: string[] | undefined;
  url_pdf?: string | undefined;
  urls?: Record<string, string> | undefined;
  image?: { filename?: string | undefined } | undefined;
  header?: { image?: string | undefined } | undefined;
  avatar_filename?: string | undefined;
  image_preview?: string | undefined;
  highlight?: boolean | undefined;
}
