import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OldSite } from '../old-site/old-site.ts';
import type { Plan } from '../plan/plan.ts';
import { formerQuarantinePath } from './quarantine.ts';
import { fileTypeAt, sameFile } from './same-file.ts';

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
  const found: Collisions = { missing: [], same: [], differing: [], blocked: [] };
  for (const path of new Set(paths)) {
    const target = join(into, path);
    const kind = fileTypeAt(target);
    if (kind === undefined && isInFormerPlace(path)) found.same.push(path);
    else if (kind === undefined) found[blockedAbove(path, into) ? 'blocked' : 'missing'].push(path);
    else if (kind !== 'file') found.blocked.push(path);
    else found[isSame(path, target) ? 'same' : 'differing'].push(path);
  }
  return found;

  /** Whether an earlier version of the import quarantined the same file in its folder. */
  function isInFormerPlace(path: string): boolean {
    const former = formerQuarantinePath(path);
    if (former === undefined) return false;
    const file = join(into, former);
    return fileTypeAt(file) === 'file' && isSame(path, file);
  }
}

/** Checks an author's folder for the files of a plan, before anything is copied. */
export function planCollisions({ copies, written }: Plan, site: OldSite, into: string): Collisions {
  const sources = new Map(copies.map(({ from, to }) => [to, join(site.root, from)]));
  const texts = new Map(written.map(({ to, text }) => [to, text]));
  return findCollisions([...sources.keys(), ...texts.keys()], into, (path, file) => {
    const source = sources.get(path);
    return source === undefined
      ? readFileSync(file, 'utf8') === texts.get(path)
      : sameFile(source, file);
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
  const kept = force === 'all' ? [] : differing.filter((path) => !force.includes(path));
  if (kept.length === 0 && blocked.length === 0) return undefined;
  const lists = [
    ...listed('These files already exist with different content:', kept),
    ...listed(
      'These files cannot be written, because a folder, a link or a file has the same name:',
      blocked,
    ),
  ];
  const away = `Import into a new folder:\n  ${command} --into ../my-site`;
  const replace = `or replace the files, after a backup:\n  ${command} --force`;
  return `${[...lists, '', away, ...(kept.length > 0 ? [replace] : [])].join('\n')}`;
}

function blockedAbove(path: string, into: string): boolean {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const kind = fileTypeAt(join(into, folder));
    if (kind === 'file') return true;
    if (kind === 'folder') return false;
  }
  return false;
}

function listed(lead: string, paths: readonly string[]): string[] {
  return paths.length === 0 ? [] : [lead, ...paths.map((path) => `  ${path}`)];
}
