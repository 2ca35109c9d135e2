import { mapSettings } from './settings/map-settings.ts';
import type { OldSite } from './old-site/old-site.ts';
import { placeFiles } from './places/place-files.ts';
import {
  withoutFullStop,
  type Copy,
  type Plan,
  type WidgetFate,
  type Written,
} from './plan/plan.ts';
import { asideFolder } from './files/quarantine.ts';

/** What becomes of an old site: its settings and home page, then every other file. */
export function makePlan(site: OldSite): Plan {
  const mapping = mapSettings(site);
  // A portrait stays where it was served, too; a text of the home page has one place.
  const texts = mapping.copies.filter(({ from }) => from.startsWith('content/'));
  const settled = [...texts, ...mapping.mapped].map(({ from }) => from);
  const { copies, left } = placeFiles(site, new Set(settled));
  return {
    ...mapping,
    copies: makeWay(
      [...mapping.copies, ...copies.map((copy) => ofHome(copy, mapping.widgets))],
      mapping.written,
    ),
    left: left.map((one) => (isConfig(one.from) ? { ...one, reason: nothingUsed } : one)),
  };

  function isConfig(path: string): boolean {
    return site.configs.some((config) => config.path === path);
  }
}

const nothingUsed = 'None of its settings are used. See "Key usage in the configuration"';

/** Quarantines files whose place is taken by a file that the import writes. */
export function makeWay(copies: readonly Copy[], written: readonly Written[]): Copy[] {
  const taken = new Set(written.map(({ to }) => to));
  return copies.map((copy) => {
    if (!taken.has(copy.to)) return copy;
    const aside = `The import writes ${copy.to}. Copy what you need into that file`;
    return { from: copy.from, to: `${asideFolder}/${copy.from}`, aside };
  });
}

/** Gives a quarantined part of the home page the reason of its widget. */
function ofHome(copy: Copy, widgets: readonly WidgetFate[]): Copy {
  const widget = widgets.find(({ file }) => file === copy.from);
  if (copy.aside === undefined || widget === undefined) return copy;
  const { active, fate } = widget;
  if (!active) return { ...copy, aside: 'Part of the old home page that was not shown' };
  return 'reason' in fate ? { ...copy, aside: withoutFullStop(fate.reason) } : copy;
}
