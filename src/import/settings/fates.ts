import type { OldSite } from '../old-site/old-site.ts';
import type { OldValue } from '../old-site/old-values.ts';
import type { Plan, SettingFate, WidgetFate, Written } from '../plan/plan.ts';
import type { OldSettings } from './old-settings.ts';
import { reasonForOwnersKey, type OldOwner } from './owner.ts';
import { reasonForSetting, reasonForWidgetKey } from './setting-reasons.ts';

/** Returns why a value is not used, by the kind of its file. */
export function reasonFor(
  leaf: OldValue,
  site: OldSite,
  settings: OldSettings,
  owner: OldOwner | undefined,
): string {
  if (site.configs.some(({ path }) => path === leaf.file))
    return reasonForSetting(settings.pathOf(leaf));
  if (owner?.facts.some(({ file }) => file === leaf.file)) return reasonForOwnersKey(leaf.key);
  if (leaf.file.startsWith('_data/')) return 'Part of the menu of the old site.';
  return reasonForWidgetKey(leaf.key);
}

/**
 * Returns the files whose content is in written files, without those that are copied as well. `others`
 * are pages whose text is in a written file.
 */
export function mappedFiles(
  fates: readonly (SettingFate | WidgetFate)[],
  written: readonly Written[],
  others: readonly (readonly [from: string, to: string])[],
  copied: ReadonlySet<string>,
): Plan['mapped'] {
  const into = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    into.set(from, (into.get(from) ?? new Set()).add(to));
  };
  for (const { file, fate } of fates) {
    if (!('to' in fate)) continue;
    for (const { to } of written) if (isIn(fate.to, to)) add(file, to);
  }
  for (const [from, to] of others) add(from, to);
  const found = [...into].filter(([from]) => !copied.has(from));
  return found.map(([from, to]) => ({ from, into: [...to].sort() }));
}

/** `site.yaml: links` is in `content/site.yaml`. */
function isIn(fate: string, written: string): boolean {
  const name = written.replace(/^content\//, '');
  return fate
    .split(', ')
    .some(
      (one) => one === written || one.startsWith(`${name}: `) || one.startsWith(`${written}: `),
    );
}
