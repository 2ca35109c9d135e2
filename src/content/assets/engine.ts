import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder with `src/`, `schemas/` and the package.json of the engine. It is the working directory only in a clone of the
 * engine: the working directory is the project, with the site, its output and its caches.
 */
export const engineFolder = resolve(fileURLToPath(import.meta.url), '../../../..');

/** The extension of the modules of the engine: `.ts`, or `.js` in the npm package. */
export const moduleExtension = extname(import.meta.url);
