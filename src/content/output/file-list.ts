import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The list of the files that a build has written to a folder which it may share with files of others. */
export const fileListName = '.lectern-files';

/** Writes the list of all files of a site into its folder. */
export function writeFileList(folder: string): void {
  writeFileSync(join(folder, fileListName), [...listFiles(folder), fileListName, ''].join('\n'));
}

/** Returns the files that a build has written to a folder, and their folders; undefined without a list. */
export function readFileList(folder: string): Set<string> | undefined {
  let files: string[];
  try {
    files = readFileSync(join(folder, fileListName), 'utf8').split('\n').slice(0, -1);
  } catch {
    return undefined;
  }
  const paths = new Set(files);
  for (const file of files)
    for (let path = dirname(file); path !== '.' && !paths.has(path); path = dirname(path))
      paths.add(path);
  return paths;
}

/** Returns the paths of all files and symbolic links below a folder, with slashes, in the order of their characters. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
    .sort();
}
