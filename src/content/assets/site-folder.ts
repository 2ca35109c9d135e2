import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** Where everything of the author's lies. All paths are absolute. */
export interface SiteFolder {
  root: string;
  content: string;
  talks: string;
  public: string;
}

/**
 * The author's folder: `LECTERN_SITE`, else the project itself, where npm runs every script.
 * A relative `LECTERN_SITE` counts from where the person typed the command (`INIT_CWD`).
 */
export function siteFolder(env: NodeJS.ProcessEnv = process.env): SiteFolder {
  const elsewhere = env['LECTERN_SITE'];
  const root = elsewhere ? resolve(env['INIT_CWD'] ?? '.', elsewhere) : process.cwd();
  const content = resolve(root, 'content');
  return { root, content, talks: resolve(content, 'talks'), public: resolve(root, 'public') };
}

/**
 * Where Astro caches what it makes of an author's folder, from the root of the project. Two folders
 * never share a store of content.
 */
export function cacheFolder({ root }: SiteFolder): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return join('node_modules', '.astro', name);
}
