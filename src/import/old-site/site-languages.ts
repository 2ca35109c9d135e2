import { isMap } from '../../schema/describe.ts';
import type { OldConfig, OldSite } from './old-site.ts';

/** Returns the key of the default language: `en`, `zh`. */
export function defaultLanguageKey(configs: readonly OldConfig[]): string {
  return findText(configs, 'defaultContentLanguage')?.toLowerCase() ?? 'en';
}

/**
 * Returns the languages of a Hugo site by their keys, with the folder of each if it has one; from
 * `byLanguage` of the configuration or `languages.toml`. Empty for a site without the setting.
 */
export function readLanguages(configs: readonly OldConfig[]): Map<string, Record<string, unknown>> {
  const languages = new Map<string, Record<string, unknown>>();
  for (const { path, data } of configs) {
    const isLanguagesFile = /\/languages\.[a-z]+$/.test(path);
    const byLanguage = isLanguagesFile ? data : getIgnoringCase(data, 'languages');
    if (!isMap(byLanguage)) continue;
    for (const [key, value] of Object.entries(byLanguage)) {
      if (isMap(value))
        languages.set(key.toLowerCase(), { ...languages.get(key.toLowerCase()), ...value });
    }
  }
  return languages;
}

/** Returns a BCP 47 tag: the code of the default language, else its key; for Jekyll, `locale`. */
export function findSiteLanguage(configs: readonly OldConfig[]): string | undefined {
  const mainLanguage = readLanguages(configs).get(defaultLanguageKey(configs));
  const code =
    mainLanguage &&
    (getIgnoringCase(mainLanguage, 'languageCode') ?? getIgnoringCase(mainLanguage, 'locale'));
  const configured = [
    code,
    findText(configs, 'languageCode'),
    findText(configs, 'defaultContentLanguage'),
    findText(configs, 'locale'),
    findText(configs, 'lang'),
  ].find((one) => typeof one === 'string' && one !== '');
  return typeof configured === 'string' ? toLanguageTag(configured) : undefined;
}

/** Returns the text of a key from the last file that sets it, ignoring the case of the key. */
function findText(configs: readonly OldConfig[], key: string): string | undefined {
  const values = configs.map(({ data }) => getIgnoringCase(data, key));
  const languages = values.findLast((value) => typeof value === 'string' && value !== '');
  return languages as string | undefined;
}

function toLanguageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** Returns the value of a key, ignoring the case of the key as Hugo does. */
export function getIgnoringCase(data: Record<string, unknown>, key: string): unknown {
  return Object.entries(data).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}

/** The folders of a Hugo site. Paths have no slash at the end. */
export interface HugoFolders {
  content: string;
  static: readonly string[];
  /** The folders of pages in other languages, by the key of the language. */
  otherContent: ReadonlyMap<string, string>;
  /** The keys of other languages, which file names may contain: `index.zh.md`. */
  otherLanguages: ReadonlySet<string>;
}

/** Returns the folders of the configuration; by default `content` and `static`. */
export function toHugoFolders({ configs }: Pick<OldSite, 'configs'>): HugoFolders {
  const mainLanguage = defaultLanguageKey(configs);
  const byLanguage = readLanguages(configs);
  const findFolder = (language: Record<string, unknown> | undefined) =>
    language && toFolder(getIgnoringCase(language, 'contentDir'));
  const otherLanguages = [...byLanguage].filter(([key]) => key !== mainLanguage);
  const contentDirs = configs.map(({ data }) => toFolder(getIgnoringCase(data, 'contentDir')));
  const configured = configs.flatMap(({ data }) => getIgnoringCase(data, 'staticDir') ?? []).flat();
  const staticDirs = configured.flatMap((value) => toFolder(value) ?? []);
  return {
    content: findFolder(byLanguage.get(mainLanguage)) ?? contentDirs.findLast(Boolean) ?? 'content',
    static: staticDirs.length > 0 ? staticDirs : ['static'],
    otherContent: new Map(
      otherLanguages.flatMap(([key, language]) => {
        const folder = findFolder(language);
        return folder === undefined ? [] : [[key, folder] as const];
      }),
    ),
    otherLanguages: new Set(otherLanguages.map(([key]) => key)),
  };
}

function toFolder(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return value.replace(/^(\.?\/)+|\/+$/g, '') || undefined;
}

/**
 * Returns a function that returns the path of a page in the default language, relative to the content folder:
 * `home/about.md`, also for `home/about.en.md`. Undefined for other files and other languages.
 */
export function createDefaultLanguagePath(site: OldSite): (path: string) => string | undefined {
  const { content, otherContent, otherLanguages } = toHugoFolders(site);
  const otherFolders = [...otherContent.values()].filter((folder) => folder !== content);
  const mainLanguage = defaultLanguageKey(site.configs);
  return (path) => {
    if (!path.startsWith(`${content}/`)) return undefined;
    if (otherFolders.some((folder) => path.startsWith(`${folder}/`))) return undefined;
    const relativePath = path.slice(content.length + 1);
    const language = /\.([a-z-]+)\.[a-z]+$/i.exec(relativePath)?.[1]?.toLowerCase() ?? '';
    if (otherLanguages.has(language)) return undefined;
    return language === mainLanguage
      ? relativePath.replace(/\.[a-z-]+(?=\.[a-z]+$)/i, '')
      : relativePath;
  };
}
