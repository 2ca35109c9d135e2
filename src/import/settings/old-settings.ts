import { isEmpty } from '../../schema/field.ts';
import type { OldConfig, OldSite } from '../old-site/old-site.ts';
import { valueAt, type OldValue } from '../old-site/old-values.ts';
import { defaultLanguageKey } from '../old-site/site-language.ts';
import type { KeyUsage } from './key-usage.ts';

/** The whole configuration of an old site, read as its generator does. */
export interface OldSettings {
  /**
   * Returns the value at the first of these paths (keys joined by dots) that has one, from the last file
   * that sets it. Values in earlier files are recorded as overridden.
   */
  find(...paths: string[]): OldValue | undefined;
  /** The path of a value in the whole configuration, in lower case, as its own language has it. */
  pathOf(old: OldValue): string;
  /** The key of the language its pages are in: `en`. */
  language: string;
}

interface Part {
  root: OldValue;
  /** The path of what the file holds. */
  at: string[];
}

export function readSettings(site: OldSite, usage: KeyUsage): OldSettings {
  const parts = site.configs.map(({ path, data }): Part => ({
    root: { value: data, file: path, key: '' },
    at: filePath(path),
  }));
  for (const { root } of parts) usage.add(root);
  const all = (path: readonly string[]) =>
    parts.flatMap(({ root, at }) => {
      const isIn =
        at.length <= path.length && at.every((name, i) => path[i]?.toLowerCase() === name);
      const found = isIn ? valueAt(root, ...path.slice(at.length)) : undefined;
      return found && !isEmpty(found.value) ? [found] : [];
    });
  const language = defaultLanguageKey(site.configs);
  return {
    language,
    find(...paths) {
      for (const path of paths.map((one) => one.split('.'))) {
        const found = [...all(path), ...all(['languages', language, ...path])];
        const last = found.pop();
        if (!last) continue;
        for (const { file, key } of found) {
          usage.markUnused({ value: null, file, key }, `Overridden in ${last.file}.`);
        }
        return last;
      }
      return undefined;
    },
    pathOf({ file, key }) {
      const whole = [...filePath(file), key.toLowerCase()].join('.');
      const own = `languages.${language}.`;
      return whole.startsWith(own) ? whole.slice(own.length) : whole;
    },
  };
}

/** Returns the key path of a file: `config/_default/params.en.toml` has `languages.en.params`. */
function filePath(path: OldConfig['path']): string[] {
  if (!/(^|\/)config\/[^/]+\/[^/]+$/.test(path)) return [];
  const [name = '', language] = (path.split('/').at(-1) ?? '')
    .toLowerCase()
    .split('.')
    .slice(0, -1);
  const at = name === 'config' || name === 'hugo' ? [] : [name];
  return language ? ['languages', language, ...at] : at;
}
