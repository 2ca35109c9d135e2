/**
 * Compares two built sites, for example before and after a refactoring:
 *
 *     npm run compare -- BEFORE AFTER
 *
 * Prints the differences by kind. Hashes that depend on the paths of source files make no difference:
 * the ids of scoped styles, the names of files below `_astro/` and the hashes in a
 * Content-Security-Policy. Search records are compared one by one; their sort order is not compared.
 * Exit code 1 if there are differences, 2 if a folder is missing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Build } from './compare/build.ts';
import { compareBuilds } from './compare/compare-files.ts';
import { fileListName } from '../src/content/output/file-list.ts';
import { printReport } from './compare/report.ts';

const startFolder = process.env['INIT_CWD'] ?? process.cwd();
const [before, after, ...others] = process.argv.slice(2).map((path) => resolve(startFolder, path));
if (before === undefined || after === undefined || others.length > 0) {
  console.error('Usage: npm run compare -- BEFORE AFTER');
  process.exit(2);
}

const differences = compareBuilds(readBuild(before), readBuild(after));
console.log(printReport(differences));
if (differences.length > 0) process.exitCode = 1;

function readBuild(folder: string): Build {
  const entries = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
    : [];
  const files = entries.filter((entry) => entry.isFile() && entry.name !== fileListName);
  if (files.length === 0) {
    console.error(`${folder} contains no files. Build a site into it first.`);
    process.exit(2);
  }
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [relative(folder, file).split(sep).join('/'), readFileSync(file)];
    }),
  );
}
