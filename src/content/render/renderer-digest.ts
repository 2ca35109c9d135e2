import { createHash } from 'node:crypto';
import { engineFolder } from '../assets/engine.ts';
import { hashProgram } from '../assets/program-files.ts';

/** The folders whose code reads and renders texts, or decides what is stored of a page. */
const sourceFolders = ['src/schema', 'src/model', 'src/markdown', 'src/content'];

let digest: string | undefined;

/**
 * Returns a digest of everything that turns the files of a site into stored pages: our own code, the packages and
 * Node. It is made of the code itself and not of a version number, which a change may forget to increase: an outdated
 * page would then be published. It is computed once in a process and takes about 10 milliseconds.
 */
export function getRendererDigest(): string {
  return (digest ??= hashRenderer(engineFolder));
}

/** Returns the digest of the project in a folder. */
export function hashRenderer(project: string): string {
  const hash = createHash('sha256').update(process.version);
  hashProgram(hash, project, sourceFolders);
  return hash.digest('hex').slice(0, 32);
}
