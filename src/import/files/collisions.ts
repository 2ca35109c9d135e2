import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OldSite } from '../old-site/old-site.ts';
import type { Plan } from '../plan/plan.ts';
import { formerQuarantinePath } from './quarantine.ts';
import { getFileType, isSameFile } from './same-file.ts';

/** Which files of an import may replace others: all, or those at these paths. */
export type Force = 'all' | readonly string[];

/** Compares the files of an import with existing files. Paths are as in `Copy.to`. */
interface Collisions {
  missing: string[];
  same: string[];
  differing: string[];
  /** Paths with a folder or a link where a file goes, or a file where a folder goes. */
  blocked: string[];
}

/**
 * Checks what the author's folder has at these paths. `isSame` compares the new file for a path with an
 * existing file.
 */
export function findCollisions(
  paths: Iterable<string>,
  into: string,
  isSame: (path: string, file: string) => boolean,
): Collisions {
  const collisions: Collisions = { missing: [], same: [], differing: [], blocked: [] };
  for (const path of new Set(paths)) {
    const target = join(into, path);
    const kind = getFileType(target);
    if (kind === undefined && wasQuarantined(path)) collisions.same.push(path);
    else if (kind === undefined)
      collisions[isBlockedAbove(path, into) ? 'blocked' : 'missing'].push(path);
    else if (kind !== 'file') collisions.blocked.push(path);
    else collisions[isSame(path, target) ? 'same' : 'differing'].push(path);
  }
  return collisions;

  /** Returns whether an earlier version of the import quarantined the same file in its folder. */
  function wasQuarantined(path: string): boolean {
    const formerPath = formerQuarantinePath(path);
    if (formerPath === undefined) return false;
    const file = join(into, formerPath);
    return getFileType(file) === 'file' && isSame(path, file);
  }
}

/** Checks an author's folder for the files of a plan, before anything is copied. */
export function planCollisions(
  { copies, newFiles }: Plan,
  site: OldSite,
  into: string,
): Collisions {
  const texts = new Map(
    [...copies, ...newFiles].flatMap(({ to, text }) =>
      text === undefined ? [] : [[to, text] as const],
    ),
  );
  const sources = new Map(copies.map(({ from, to }) => [to, join(site.root, from)]));
  return findCollisions([...sources.keys(), ...texts.keys()], into, (path, file) => {
    const text = texts.get(path);
    if (text !== undefined) return readFileSync(file, 'utf8') === text;
    return isSameFile(sources.get(path)!, file);
  });
}

/**
 * Returns why an import is stopped, if it would replace files without permission: the files, and what
 * to write instead. Undefined for an import that can continue.
 */
export function describeConflicts(
  { differing, blocked }: Collisions,
  force: Force,
  command: string,
): string | undefined {
  const conflicts = force === 'all' ? [] : differing.filter((path) => !force.includes(path));
  if (conflicts.length === 0 && blocked.length === 0) return undefined;
  const lists = [
    ...formatList('These files already exist with different content:', conflicts),
    ...formatList(
      'These files cannot be written, because a folder, a link or a file has the same name:',
      blocked,
    ),
  ];
  const intoAdvice = `Import into a new folder:\n  ${command} --into ../my-site`;
  const forceAdvice = `or replace the files, after a backup:\n  ${command} --force`;
  return `${[...lists, '', intoAdvice, ...(conflicts.length > 0 ? [forceAdvice] : [])].join('\n')}`;
}

function isBlockedAbove(path: string, into: string): boolean {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const kind = getFileType(join(into, folder));
    if (kind === 'file') return true;
    if (kind === 'folder') return false;
  }
  return false;
}

function formatList(heading: string, paths: readonly string[]): string[] {
  return paths.length === 0 ? [] : [heading, ...paths.map((path) => `  ${path}`)];
}
