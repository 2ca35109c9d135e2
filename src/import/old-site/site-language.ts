import { isMap } from '../../schema/describe.ts';
import type { OldConfig } from './old-site.ts';

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
