import { valueIn } from './config-values.ts';
import type { OldSite } from './old-site.ts';
import { defaultLanguageKey, languagesOf } from './site-language.ts';

/** Where a site of Hugo has its pages and its other files. Paths without slashes at their ends. */
export interface HugoFolders {
  content: string;
  static: readonly string[];
  /** The folders of pages in other languages, by the key of the language. */
  otherContent: ReadonlyMap<string, string>;
  /** The keys of other languages, of which files may have one in their name: `index.zh.md`. */
  otherLanguages: ReadonlySet<string>;
}

/** As the configuration says; else `content` and `static`. */
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
