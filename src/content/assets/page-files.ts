import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { compareText } from '../../model/page/lists.ts';
import type { ReferringPage } from '../../model/page/references.ts';
import { chooseVariants, parseTextName, type TextName } from '../parse/file-names.ts';
import type { PassedOver, Why } from './skipped-files.ts';

/** A file that may hold a talk. */
export interface PageFile {
  /** Absolute. */
  path: string;
  /** Relative to the author's folder, with forward slashes: how it is named in messages. */
  name: string;
  /** The folder's or file's name, from which the address is made. */
  stem: string;
  /** The page bundle's files, relative to `folder`, without Markdown and hidden files. */
  bundle?: Bundle;
}

export interface Bundle {
  /** Absolute. */
  folder: string;
  files: string[];
}

/** What a folder of talks holds. */
export interface PageFolder {
  files: PageFile[];
  passedOver: PassedOver[];
}

const sourceName = /\.(rmd|rmarkdown|qmd)$/i;

/**
 * All talk files below a folder, by name. A folder with an `index.md` is one talk, a page bundle;
 * other `.md`, `.mdx` and `.markdown` files are a talk each. Of a talk in several languages
 * (`nyu.en.md`, `nyu.fr.md`) the site's is taken. Names that start with `_` or `.` are no talks.
 * In a section with `branches` the `_index.md` of a folder is its page, in one with `profiles` a YAML file.
 */
export function listPages(
  talksFolder: string,
  root: string,
  language: string,
  { branches = false, profiles = false }: { branches?: boolean; profiles?: boolean } = {},
): PageFolder {
  const passedOver: PassedOver[] = [];
  const files = walk(talksFolder, true);
  return {
    files: files.sort((a, b) => compareText(a.name, b.name)),
    passedOver: passedOver.sort((a, b) => compareText(a.name, b.name)),
  };

  function walk(folder: string, top: boolean): PageFile[] {
    const entries = readdir(folder);
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const listed = names.filter((name) => /^_index\.(mdx?|markdown)$/.test(name));
    const isPage = branches && !top ? /^(_index\.|[^_.])/ : /^[^_.]/;
    passOver(
      folder,
      'list',
      listed.filter((name) => !isPage.test(name)),
    );
    const texts = names.flatMap((name) => (isPage.test(name) ? (parseTextName(name) ?? []) : []));
    const index = texts.filter(({ stem }) => stem === 'index' || stem === '_index');
    const sources = names.filter((name) => sourceName.test(name) && !/^[_.]/.test(name));
    if (index.length > 0 && !top) {
      passOver(
        folder,
        'source',
        sources.filter((name) => name.startsWith('index.')),
      );
      if (index.some(({ stem }) => stem === '_index'))
        passOver(folder, 'chapter', chaptersIn(folder));
      const bundle = folderAsBundle(folder);
      return choose(folder, index).map(({ name }) => ({
        ...talkFile(folder, name, basename(folder)),
        bundle,
      }));
    }
    passOver(
      folder,
      'list',
      index.map(({ name }) => name),
    );
    passOver(folder, 'source', sources);
    const flat = Map.groupBy(
      texts.filter((text) => !index.includes(text)),
      ({ stem }) => stem,
    );
    const inFolders = entries.filter((entry) => entry.isDirectory() && !/^[_.]/.test(entry.name));
    return [
      ...inFolders.flatMap((entry) => walk(join(folder, entry.name), false)),
      ...names.flatMap((name) => (profiles ? profileFile(folder, name) : [])),
      ...[...flat.values()].flatMap((variants) =>
        choose(folder, variants).map(({ name, stem }) => talkFile(folder, name, stem)),
      ),
    ];
  }

  function choose(folder: string, variants: TextName[]): TextName[] {
    const { chosen, otherLanguages, sources } = chooseVariants(variants, language);
    passOver(
      folder,
      'language',
      otherLanguages.map(({ name }) => name),
    );
    passOver(
      folder,
      'source',
      sources.map(({ name }) => name),
    );
    return chosen;
  }

  function passOver(folder: string, why: Why, names: string[]): void {
    passedOver.push(...names.map((name) => ({ name: nameOf(join(folder, name)), why })));
  }

  function talkFile(folder: string, fileName: string, stem: string): PageFile {
    const path = join(folder, fileName);
    return { path, name: nameOf(path), stem };
  }

  function profileFile(folder: string, name: string): PageFile[] {
    const stem = /^([^_.].*)\.ya?ml$/i.exec(name)?.[1];
    return stem === undefined ? [] : [talkFile(folder, name, stem)];
  }

  function nameOf(path: string): string {
    return relative(root, path).split(sep).join('/');
  }
}

/** What Hugo has as pages of their own below that of a folder. */
function chaptersIn(folder: string, prefix = ''): string[] {
  return readdir(join(folder, prefix)).flatMap(({ name }) => {
    if (name.startsWith('.')) return [];
    const path = prefix + name;
    if (!sourceName.test(name) && parseTextName(name)) {
      const isOfFolder = prefix === '' && /^_?index\./.test(name);
      return isOfFolder ? [] : [path];
    }
    return /\./.test(name) ? [] : chaptersIn(folder, `${path}/`);
  });
}

export function folderAsBundle(folder: string): Bundle {
  return { folder, files: listFiles(folder) };
}

function listFiles(folder: string, prefix = ''): string[] {
  return readdir(join(folder, prefix))
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = prefix + entry.name;
      if (entry.isDirectory()) return listFiles(folder, `${path}/`);
      return /\.(mdx?|r?markdown|rmd)$/i.test(entry.name) ? [] : [path];
    })
    .sort(compareText);
}

function readdir(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** A file of a page bundle. `talkPath` is the talk's own file, relative to the project. */
export function readAttachment(talkPath: string, file: string): Promise<Buffer<ArrayBuffer>> {
  return readFile(join(dirname(resolve(talkPath)), file)) as Promise<Buffer<ArrayBuffer>>;
}

/** The keys that mean the same in every section. */
export interface PageFrontMatter extends ReferringPage {
  slug?: string | undefined;
  aliases?: string[] | undefined;
  alias?: string[] | undefined;
  redirect_from?: string[] | undefined;
  permalink?: string | undefined;
  math?: boolean | undefined;
  url_pdf?: string | undefined;
  urls?: Record<string, string> | undefined;
  image?: { filename?: string | undefined } | undefined;
  header?: { image?: string | undefined } | undefined;
  avatar_filename?: string | undefined;
  image_preview?: string | undefined;
  highlight?: boolean | undefined;
}
