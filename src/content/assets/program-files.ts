import type { Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toRelativePath } from './file-stats.ts';

/**
 * Adds the exact versions of all packages, and files of the program with their names, to a hash.
 * @param project The folder of the project.
 * @param paths Files, and folders with all files in them, relative to the project.
 */
export function hashProgram(hash: Hash, project: string, paths: readonly string[]): void {
  const lockFile = existsSync(join(project, 'package-lock.json'))
    ? 'package-lock.json'
    : 'package.json';
  for (const file of [lockFile, ...paths.flatMap((path) => listFiles(project, path))])
    hash.update(`\n${file}\n`).update(readFileSync(join(project, file)));
}

function listFiles(project: string, path: string): string[] {
  if (path.includes('.')) return [path];
  const entries = readdirSync(join(project, path), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => toRelativePath(project, join(parentPath, name)))
    .sort();
}
