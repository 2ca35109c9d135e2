import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of `src` whose code reads and renders texts, or decides what is stored of a page. */
const sourceFolders = ['schema', 'model', 'markdown', 'content'];

let digest: string | undefined;

/**
 * Returns a digest of everything that turns the files of a site into stored pages: our own code, the packages and
 * Node. It is made of the code itself and not of a version number, which a change may forget to increase: an outdated
 * page would then be published. It is computed once in a process and takes about 10 milliseconds.
 */
export function getRendererDigest(): string {
  // npm runs every script in the folder of the project.
  return (digest ??= hashRenderer(process.cwd()));
}

/** Returns the digest of the project in a folder. */
export function hashRenderer(project: string): string {
  const hash = createHash('sha256').update(process.version);
  const lockFile = existsSync(join(project, 'package-lock.json'))
    ? 'package-lock.json'
    : 'package.json';
  for (const path of [lockFile, ...listSources(project)]) {
    hash.update(`\n${path}\n`).update(readFileSync(join(project, path)));
  }
  return hash.digest('hex').slice(0, 32);
}

function listSources(project: string): string[] {
  return sourceFolders.flatMap((folder) => {
    const names = readdirSync(join(project, 'src', folder), { recursive: true, encoding: 'utf8' });
    const sources = names.filter((name) => name.endsWith('.ts')).sort();
    return sources.map((name) => join('src', folder, name));
  });
}
