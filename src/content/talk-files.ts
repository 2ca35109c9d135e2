import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compareText } from '../model/order.ts';

/** A file that may hold a talk. */
export interface TalkFile {
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

/**
 * All talk files below a folder, by name. A folder with an `index.md` is one talk, a page bundle;
 * other `.md` and `.mdx` files are a talk each. Names that start with `_` or `.` are passed over.
 */
export function findTalkFiles(talksFolder: string, root: string): TalkFile[] {
  return walk(talksFolder, true).sort((a, b) => compareText(a.name, b.name));

  function walk(folder: string, top: boolean): TalkFile[] {
    const entries = readdir(folder).filter(({ name }) => !/^[_.]/.test(name));
    const index = entries.find((entry) => entry.isFile() && /^index\.mdx?$/.test(entry.name));
    if (index && !top) {
      const bundle = folderAsBundle(folder);
      return [{ ...talkFile(folder, index.name), stem: lastPart(folder), bundle }];
    }
    return entries.flatMap((entry) => {
      if (entry.isDirectory()) return walk(join(folder, entry.name), false);
      if (!/\.mdx?$/.test(entry.name) || entry === index) return [];
      return [talkFile(folder, entry.name)];
    });
  }

  function talkFile(folder: string, fileName: string): TalkFile {
    const path = join(folder, fileName);
    const name = relative(root, path).split(sep).join('/');
    return { path, name, stem: fileName.replace(/\.mdx?$/, '') };
  }
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

function lastPart(path: string): string {
  return path.split(sep).at(-1) ?? path;
}
