import { hugoFoldersOf } from './hugo-folders.ts';
import type { OldSite } from './old-site.ts';
import { defaultLanguageKey } from './site-language.ts';

/**
 * Gives the path of a file below the folder of pages, as one of the site's own language: `home/about.md`,
 * also for `home/about.en.md`. Undefined for files elsewhere and those of another language.
 */
export function ownPages(site: OldSite): (path: string) => string | undefined {
  const { content, otherContent, otherLanguages } = hugoFoldersOf(site);
  const others = [...otherContent.values()].filter((folder) => folder !== content);
  const own = defaultLanguageKey(site.configs);
  return (path) => {
    if (!path.startsWith(`${content}/`)) return undefined;
    if (others.some((folder) => path.startsWith(`${folder}/`))) return undefined;
    const below = path.slice(content.length + 1);
    const language = /\.([a-z-]+)\.[a-z]+$/i.exec(below)?.[1]?.toLowerCase() ?? '';
    if (otherLanguages.has(language)) return undefined;
    return language === own ? below.replace(/\.[a-z-]+(?=\.[a-z]+$)/i, '') : below;
  };
}
