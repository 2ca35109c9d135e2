import { isEmpty } from '../../schema/field.ts';
import type { OldConfig, OldSite } from '../old-site/old-site.ts';
import { findValue, type OldValue } from '../old-site/old-values.ts';
import { defaultLanguageKey } from '../old-site/site-languages.ts';
import type { KeyUsage } from './key-usage.ts';

/** The whole configuration of an old site, read as its generator does. */
export interface OldSettings {
  /**
   * Returns the value at the first of these paths (keys joined by dots) that has one, from the last file
   * that sets it. Values in earlier files are recorded as overridden.
   */
  find(...paths: string[]): OldValue | undefined;
  /** Returns the path of a value in the whole configuration, in lower case, without its language. */
  pathOf(old: OldValue): string;
  /** The key of the default language: `en`. */
  language: string;
}

interface ConfigPart {
  root: OldValue;
  /** The key path of the content of the file. */
  keyPath: string[];
}

/** Reads the configuration of an old site. */
export function readSettings(site: OldSite, usage: KeyUsage): OldSettings {
  const parts = site.configs.map(({ path, data }): ConfigPart => ({
    root: { value: data, file: path, key: '' },
    keyPath: toKeyPath(path),
  }));
  for (const { root } of parts) usage.add(root);
  const findAll = (path: readonly string[]) =>
    parts.flatMap(({ root, keyPath }) => {
      const isInPart =
        keyPath.length <= path.length &&
        keyPath.every((name, i) => path[i]?.toLowerCase() === name);
      const found = isInPart ? findValue(root, ...path.slice(keyPath.length)) : undefined;
      return found && !isEmpty(found.value) ? [found] : [];
    });
  const language = defaultLanguageKey(site.configs);
  return {
    language,
    find(...paths) {
      for (const path of paths.map((one) => one.split('.'))) {
        const found = [...findAll(path), ...findAll(['languages', language, ...path])];
        const current = found.pop();
        if (!current) continue;
        for (const { file, key } of found) {
          usage.markUnused({ value: null, file, key }, `Overridden in ${current.file}.`);
        }
        return current;
      }
      return undefined;
    },
    pathOf({ file, key }) {
      const fullPath = [...toKeyPath(file), key.toLowerCase()].join('.');
      const languagePrefix = `languages.${language}.`;
      return fullPath.startsWith(languagePrefix) ? fullPath.slice(languagePrefix.length) : fullPath;
    },
  };
}

/** Returns the key path of a file: `config/_default/params.en.toml` has `languages.en.params`. */
function toKeyPath(path: OldConfig['path']): string[] {
  if (!/(^|\/)config\/[^/]+\/[^/]+$/.test(path)) return [];
  const [name = '', language] = (path.split('/').at(-1) ?? '')
    .toLowerCase()
    .split('.')
    .slice(0, -1);
  const keyPath = name === 'config' || name === 'hugo' ? [] : [name];
  return language ? ['languages', language, ...keyPath] : keyPath;
}
