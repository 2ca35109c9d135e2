import type { OldSite } from './old-site.ts';
import { valueIn, defaultLanguageKey, languagesOf } from './site-language.ts';

/** The folders of a Hugo site. Paths have no slash at the end. */
export interface HugoFolders {
  content: string;
  static: readonly string[];
  /** The folders of pages in other languages, by the key of the language. */
  otherContent: ReadonlyMap<string, string>;
  /** The keys of other languages, of which files may have one in their name: `index.zh.md`. */
  otherLanguages: ReadonlySet<string>;
}

/** Returns the folders of the configuration; by default `content` and `static`. */
export function hugoFoldersOf({ configs }: Pick<OldSite, 'configs'>): HugoFolders {
  const own = defaultLanguageKey(configs);
  const languages = languagesOf(configs);
  const folderOf = (language: Record<string, unknown> | undefined) =>
    language && folderText(valueIn(language, 'contentDir'));
  const others = [...languages].filter(([key]) => key !== own);
  const whole = configs.map(({ data }) => folderText(valueIn(data, 'contentDir')));
  const written = configs.flatMap(({ data }) => valueIn(data, 'staticDir') ?? []).flat();
  const statics = written.flatMap((value) => folderText(value) ?? []);
  return {
    content: folderOf(languages.get(own)) ?? whole.findLast(Boolean) ?? 'content',
    static: statics.length > 0 ? statics : ['static'],
    otherContent: new Map(
      others.flatMap(([key, language]) => {
        const folder = folderOf(language);
        return folder === undefined ? [] : [[key, folder] as const];
      }),
    ),
    otherLanguages: new Set(others.map(([key]) => key)),
  };
}

function folderText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return value.replace(/^(\.?\/)+|\/+$/g, '') || undefined;
}

/**
 * Returns a function that returns the path of a page in the default language, relative to the content folder:
 * `home/about.md`, also for `home/about.en.md`. Undefined for other files and other languages.
 */
export function createDefaultLanguagePath(site: OldSite): (path: string) => string | undefined {
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
