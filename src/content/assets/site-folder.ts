import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** The folders of the author's site. All paths are absolute. */
export interface SiteFolder {
  root: string;
  content: string;
  talks: string;
  public: string;
}

/**
 * Returns the author's folder: `LECTERN_SITE`, else the project itself, in which npm runs every script.
 * A relative `LECTERN_SITE` is relative to the folder in which the command was typed (`INIT_CWD`).
 */
export function resolveSiteFolder(env: NodeJS.ProcessEnv = process.env): SiteFolder {
  const siteRoot = env['LECTERN_SITE'];
  const root = siteRoot ? resolve(env['INIT_CWD'] ?? '.', siteRoot) : process.cwd();
  const content = resolve(root, 'content');
  return { root, content, talks: resolve(content, 'talks'), public: resolve(root, 'public') };
}

/**
 * Returns the cache folder of Astro for an author's folder, relative to the root of the project. Two author's
 * folders never share a content store. The folder of a site in the project is the same on every machine, so that
 * a host can keep it from one build to the next.
 */
export function getAstroCacheFolder({ root }: SiteFolder, project = process.cwd()): string {
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return join('node_modules', '.astro', root === project ? 'site' : hash);
}
