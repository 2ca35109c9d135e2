import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMap } from '../../schema/describe.ts';
import type { OldConfig, OldSite, OldTheme } from './old-site.ts';
import { findConfigPaths } from './read-configs.ts';

/** The program that made an old site. */
export type Generator = 'hugo' | 'jekyll' | 'quarto';

const generators: Record<OldTheme, Generator> = {
  academic: 'hugo',
  wowchemy: 'hugo',
  hugoblox: 'hugo',
  academicpages: 'jekyll',
  'al-folio': 'jekyll',
  quarto: 'quarto',
};

/** Returns the program that made an old site. */
export function getGenerator({ theme }: Pick<OldSite, 'theme'>): Generator {
  return generators[theme];
}

/** Returns the generator whose configuration a folder has: a Hugo site also has a content folder. */
export function detectGenerator(root: string): Generator | undefined {
  const names = readdirSync(root);
  const isHugo =
    findConfigPaths(names, 'hugo').length > 0 || existsSync(join(root, 'config/_default'));
  if (isHugo && existsSync(join(root, 'content'))) return 'hugo';
  if (findConfigPaths(names, 'quarto').length > 0) return 'quarto';
  return findConfigPaths(names, 'jekyll').length > 0 ? 'jekyll' : undefined;
}

/** Folders that only al-folio has. */
const alFolioFolders = /^(_bibliography|_news|_teachings|_books)\//;

/** Keys of the configuration of al-folio, in any version. */
const alFolioKeys = [
  ...['first_name', 'blog_name', 'news_limit', 'contact_note', 'max_width', 'navbar_fixed'],
  ...['enable_masonry', 'enable_darkmode', 'enable_publication_badges', 'filtered_bibtex_keywords'],
];

/** Collections of academicpages. */
const jekyllFolders = /^_(talks|publications|posts|portfolio|teaching|pages)\//;

/** Detects the theme of a Jekyll site. Returns undefined for a site without a folder of a known theme. */
export function detectJekyllTheme(
  [config]: readonly OldConfig[],
  paths: readonly string[],
): OldTheme | undefined {
  const data = config?.data ?? {};
  const themes = [data['theme'], data['remote_theme'], data['al_folio']];
  if (/al[-_]folio/i.test(JSON.stringify(themes)) || data['al_folio'] !== undefined) {
    return 'al-folio';
  }
  const hasKey = alFolioKeys.some((key) => Object.hasOwn(data, key));
  const hasFolder = paths.some((path) => alFolioFolders.test(path));
  if (isMap(data['scholar']) && (hasKey || hasFolder)) return 'al-folio';
  return paths.some((path) => jekyllFolders.test(path)) ? 'academicpages' : undefined;
}
