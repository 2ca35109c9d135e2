import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteFolder } from '../content/assets/site-folder.ts';
import { planAlFolio } from './al-folio/plan-al-folio.ts';
import { mapAddresses } from './addresses/map-addresses.ts';
import { quarantineFolder, quarantineErrors } from './files/quarantine.ts';
import { stageNewFiles } from './files/staging.ts';
import type { OldSite } from './old-site/old-site.ts';
import { placeFiles } from './places/place-files.ts';
import {
  trimFullStop,
  type Copy,
  type Plan,
  type WidgetOutcome,
  type NewFile,
} from './plan/plan.ts';
import { planQuarto } from './quarto/plan-quarto.ts';
import { findBrokenLinks } from './report/broken-links.ts';
import { createParseMemo } from './report/parse-memo.ts';
import { readStaged } from './report/read-staged.ts';
import { toReport, type ImportReport } from './report/report.ts';
import { mapSettings } from './settings/map-settings.ts';

/** Plans the import of an old site: its settings and home page, then every other file. */
export function makePlan(site: OldSite): Plan {
  const plan = makeSourcePlan(site);
  return { ...plan, copies: renameConflicts(plan.copies, plan.newFiles) };
}

function makeSourcePlan(site: OldSite): Plan {
  if (site.theme === 'al-folio') return planAlFolio(site);
  if (site.theme === 'quarto') return planQuarto(site);
  const mapping = mapSettings(site);
  // A portrait is also copied to its old address; a text of the home page has one place.
  const homeTexts = mapping.copies.filter(({ from }) => from.startsWith('content/'));
  const decidedPaths = [...homeTexts, ...mapping.converted].map(({ from }) => from);
  const { copies, skipped } = placeFiles(site, new Set(decidedPaths));
  return {
    ...mapping,
    copies: [...mapping.copies, ...copies.map((copy) => withWidgetReason(copy, mapping.widgets))],
    skipped: skipped.map((file) =>
      isConfig(file.from) ? { ...file, reason: unusedConfigReason } : file,
    ),
  };

  function isConfig(path: string): boolean {
    return site.configs.some((config) => config.path === path);
  }
}

const unusedConfigReason = 'None of its settings are used. See "Key usage in the configuration"';

/** Quarantines files whose place is taken by a file that the import writes. */
function renameConflicts(copies: readonly Copy[], newFiles: readonly NewFile[]): Copy[] {
  const taken = new Set(newFiles.map(({ to }) => to));
  return copies.map((copy) => {
    if (!taken.has(copy.to)) return copy;
    const quarantineReason = `The import writes ${copy.to}. Copy what you need into that file`;
    return { from: copy.from, to: `${quarantineFolder}/${copy.from}`, quarantineReason };
  });
}

/** Gives a quarantined part of the home page the reason of its widget. */
function withWidgetReason(copy: Copy, widgets: readonly WidgetOutcome[]): Copy {
  const widget = widgets.find(({ file }) => file === copy.from);
  if (copy.quarantineReason === undefined || widget === undefined) return copy;
  const { active, outcome } = widget;
  if (!active) return { ...copy, quarantineReason: 'Part of the old home page that was not shown' };
  return 'reason' in outcome ? { ...copy, quarantineReason: trimFullStop(outcome.reason) } : copy;
}

/** How often quarantining files may reveal further errors. */
const MAX_ROUNDS = 4;

/**
 * Adds the redirects to a staged folder, quarantines files that would stop a build, and returns the
 * import report.
 * @param onPage Is called after each page that is checked.
 */
export async function completePlan(
  site: OldSite,
  plan: Plan,
  staged: SiteFolder,
  onPage?: () => void,
): Promise<{ report: ImportReport; paths: string[] }> {
  let { copies } = plan;
  const parse = createParseMemo();
  for (let round = 1; ; round += 1) {
    const { newFiles, addresses } = mapAddresses(site, copies, staged, parse);
    const placedCopies = renameConflicts(copies, newFiles);
    moveStaged(copies, placedCopies, staged.root);
    stageNewFiles(newFiles, staged.root);
    const staging = await readStaged(staged, { parse, ...(onPage && { onPage }) });
    const nextCopies = quarantineErrors(staging.problems, placedCopies, staged.root);
    if (nextCopies === undefined || round === MAX_ROUNDS) {
      const finalPlan = {
        ...plan,
        copies: placedCopies,
        newFiles: [...plan.newFiles, ...newFiles],
      };
      const brokenLinks = findBrokenLinks(site, finalPlan, staged, addresses, parse);
      const report = toReport(site, finalPlan, staging, { addresses, brokenLinks });
      const paths = [...placedCopies, ...finalPlan.newFiles].map(({ to }) => to);
      return { report, paths: [...new Set(paths)] };
    }
    for (const { to } of newFiles) rmSync(join(staged.root, to));
    copies = nextCopies;
  }
}

/** Moves the staged files whose place changed. */
function moveStaged(before: readonly Copy[], after: readonly Copy[], root: string): void {
  for (const [index, { to }] of before.entries()) {
    const target = after[index]?.to ?? to;
    if (target === to) continue;
    mkdirSync(dirname(join(root, target)), { recursive: true });
    renameSync(join(root, to), join(root, target));
  }
}
