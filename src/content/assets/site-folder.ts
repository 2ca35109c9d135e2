import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** The folders of the author's site. All paths are absolute. */
export interface SiteFolder {
  root: string;
  content: string;
  talks: string;
  public: string;
  /** The files that `npm run build -- --skip-broken` leaves out, by their names in messages. */
  leftOut?: ReadonlySet<string>;
  /** The files in `public/` are links to files elsewhere, for a dry run of an import. */
  linksPublicFiles?: boolean;
}

/** Carries the names of files that are left out, one a line, to all parts of a build. */
export const LEFT_OUT_VARIABLE = 'LECTERN_LEFT_OUT';

/**
 * Returns the author's folder: `LECTERN_SITE`, else the project itself, in which npm runs every script.
 * A relative `LECTERN_SITE` is relative to the folder in which the command was typed (`INIT_CWD`).
 */
export function resolveSiteFolder(env: NodeJS.ProcessEnv = process.env): SiteFolder {
  const siteRoot = env['LECTERN_SITE'];
  const root = siteRoot ? resolve(env['INIT_CWD'] ?? '.', siteRoot) : process.cwd();
  const content = resolve(root, 'content');
  const leftOut = new Set(env[LEFT_OUT_VARIABLE]?.split('\n').filter(Boolean));
  return {
    ...{ root, content, talks: resolve(content, 'talks'), public: resolve(root, 'public') },
    ...(leftOut.size > 0 && { leftOut }),
  };
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
