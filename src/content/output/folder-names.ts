import { sep } from 'node:path';
import { FolderError } from './disk-error.ts';

/**
 * What the path of a folder must not contain. Node, Vite and Astro make addresses, patterns and code of paths without escaping
 * these. A backslash is a separator on Windows.
 */
const unusable = {
  site: sep === '/' ? /[#?%\\]/ : /[#?%]/,
  project: sep === '/' ? /[#?%*'"\\]/ : /[#?%']/,
};

/** Checks the folders of a build, which may be the same. @throws FolderError */
export function checkFolderNames(project: string, site: string): void {
  checkFolderName(project, 'project');
  if (site !== project) checkFolderName(site, 'site');
}

/**
 * Checks that a site can be built in a folder. With some characters, the build would fail with messages about other things,
 * or leave out files.
 * @param folder An absolute path.
 * @throws FolderError that names the character.
 */
export function checkFolderName(folder: string, kind: keyof typeof unusable): void {
  const character = unusable[kind].exec(folder)?.[0];
  if (character === undefined) return;
  const name = folder.split(sep).find((part) => part.includes(character));
  throw new FolderError(`The path of the ${kind} contains "${character}": ${folder}
Files in a folder with this character cannot be built. Rename the folder "${name}".`);
}
