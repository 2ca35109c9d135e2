import { isMap } from '../../schema/describe.ts';
import type { OldConfig, OldSite } from './old-site.ts';

/** Returns the key of the default language: `en`, `zh`. */
export function defaultLanguageKey(configs: readonly OldConfig[]): string {
  return textAt(configs, 'defaultContentLanguage')?.toLowerCase() ?? 'en';
}

/**
 * Returns the languages of a Hugo site by their keys, with the folder of each if it has one; from
 * `languages` of the configuration or `languages.toml`. Empty for a site that names none.
 */
export function languagesOf(configs: readonly OldConfig[]): Map<string, Record<string, unknown>> {
  const found = new Map<string, Record<string, unknown>>();
  for (const { path, data } of configs) {
    const isOwnFile = /\/languages\.[a-z]+$/.test(path);
    const languages = isOwnFile ? data : valueIn(data, 'languages');
    if (!isMap(languages)) continue;
    for (const [key, value] of Object.entries(languages)) {
      if (isMap(value)) found.set(key.toLowerCase(), { ...found.get(key.toLowerCase()), ...value });
    }
  }
  return found;
}

/** Returns a BCP 47 tag: the code of the default language, else its key; for Jekyll, `locale`. */
export function siteLanguage(configs: readonly OldConfig[]): string | undefined {
  const own = languagesOf(configs).get(defaultLanguageKey(configs));
  const code = own && (valueIn(own, 'languageCode') ?? valueIn(own, 'locale'));
  const written = [
    code,
    textAt(configs, 'languageCode'),
    textAt(configs, 'defaultContentLanguage'),
    textAt(configs, 'locale'),
    textAt(configs, 'lang'),
  ].find((one) => typeof one === 'string' && one !== '');
  return typeof written === 'string' ? toTag(written) : undefined;
}

/** Returns the text of a key from the last file that sets it, ignoring the case of the key. */
function textAt(configs: readonly OldConfig[], key: string): string | undefined {
  const values = configs.map(({ data }) => valueIn(data, key));
  const found = values.findLast((value) => typeof value === 'string' && value !== '');
  return found as string | undefined;
}

function toTag(written: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(written.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** Returns the value of a key, ignoring the case of the key as Hugo does. */
export function valueIn(data: Record<string, unknown>, key: string): unknown {
  return Object.entries(data).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}

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
