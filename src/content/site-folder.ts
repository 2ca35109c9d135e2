import { resolve } from 'node:path';

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
