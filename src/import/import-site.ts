import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { resolveSiteFolder } from '../content/assets/site-folder.ts';
import { planCollisions, describeConflicts, type Force } from './files/collisions.ts';
import { explainDiskError, checkDiskSpace } from './files/disk-errors.ts';
import { planMoves, syncFiles } from './files/move-files.ts';
import {
  stageCopies,
  stageLinks,
  stageNewFiles,
  openStaging,
  resumeInterruptedImport,
  type Staging,
} from './files/staging.ts';
import { isPageName } from './places/content-places.ts';
import { completePlan, makePlan } from './make-plan.ts';
import type { OldSite } from './old-site/old-site.ts';
import { readOldSite } from './old-site/read-old-site.ts';
import { ImportError, type Plan } from './plan/plan.ts';
import { reportFiles, writeReport } from './report/format-report.ts';
import { type ImportReport, formatSummary, themeNames } from './report/report.ts';

// The only module of this folder that the rest of the program imports.
export { ImportError };

export interface ImportOptions {
  /** The author's folder. */
  into: string;
  dryRun: boolean;
  /** Which files of it may be replaced. */
  force: Force;
  /** The command for this import, without its options, for messages. */
  command: string;
  onEvent(event: ImportEvent): void;
  signal?: AbortSignal;
}

/** A step of an import, for display by a command. */
export type ImportEvent =
  /** `theme` is the name that people know: `Hugo Academic`. */
  | { kind: 'recognised'; theme: string; files: number }
  /** What was done with an interrupted import. */
  | { kind: 'resumed'; outcome: 'finished' | 'removed' }
  | { kind: 'copied'; done: number; total: number }
  | { kind: 'checking' }
  /** `total` is how many pages are checked; a page with an error is checked again. */
  | { kind: 'checked'; done: number; total: number };

export interface ImportResult {
  report: ImportReport;
  /** The import in a few lines, for a terminal. */
  summary: string[];
  /** The number of files that were moved into the author's folder. */
  moved: number;
  /** The folder of the replaced files, below the author's folder. */
  backup?: string;
  /** Why the import would stop; for a dry run. */
  conflicts?: string;
}

/**
 * Imports an old site into the author's folder: all files are staged in a separate folder, then moved.
 * The old site is never changed. An interrupted import can be run again.
 * @throws ImportError when nothing is imported.
 */
export async function importSite(folder: string, options: ImportOptions): Promise<ImportResult> {
  const site = readOldSite(folder);
  refuseOverlap(site.root, options.into);
  const theme = themeNames[site.theme];
  options.onEvent({ kind: 'recognised', theme, files: site.files.length });
  const plan = makePlan(site);
  return options.dryRun ? dryRun(site, plan, options) : run(site, plan, options);
}

/** Runs the import in a temporary folder, which is deleted afterwards. */
async function dryRun(site: OldSite, plan: Plan, options: ImportOptions): Promise<ImportResult> {
  const temporary = mkdtempSync(join(tmpdir(), 'lectern-import-'));
  try {
    await stageLinks(site, plan.copies, temporary);
    stageNewFiles(plan.newFiles, temporary);
    options.onEvent({ kind: 'checking' });
    const { report } = await completePlan(
      site,
      plan,
      { ...resolveSiteFolder({ LECTERN_SITE: temporary }), linksPublicFiles: true },
      createPageCounter(plan, options),
    );
    const conflicts = describeConflicts(
      planCollisions(plan, site, options.into),
      options.force,
      options.command,
    );
    const summary = formatSummary(report);
    return { report, summary, moved: 0, ...(conflicts !== undefined && { conflicts }) };
  } catch (error) {
    throw explainDiskError(error, temporary, 'dry-run');
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function run(site: OldSite, plan: Plan, options: ImportOptions): Promise<ImportResult> {
  const { into, onEvent, signal } = options;
  const outcome = resume(into);
  if (outcome) onEvent({ kind: 'resumed', outcome });
  const conflicts = describeConflicts(
    planCollisions(plan, site, into),
    options.force,
    options.command,
  );
  if (conflicts !== undefined) throw new ImportError(`${conflicts}\nNothing was changed.`);
  let staging: Staging | undefined;
  let isMoving = false;
  try {
    staging = openStaging(into);
    checkDiskSpace(
      into,
      site.files.reduce((sum, { size }) => sum + size, 0),
    );
    const progress = (done: number, total: number) => onEvent({ kind: 'copied', done, total });
    await stageCopies(site, plan.copies, staging.site, { progress, signal });
    stageNewFiles(plan.newFiles, staging.site);
    onEvent({ kind: 'checking' });
    const staged = resolveSiteFolder({ LECTERN_SITE: staging.site });
    const { report, paths } = await completePlan(
      site,
      plan,
      staged,
      createPageCounter(plan, options),
    );
    writeReport(report, staging.site);
    const moves = planMoves(paths, staging.site, { ...options, reportFiles });
    if (moves.files.length > 0) {
      await syncFiles(moves.files.map((path) => join(staged.root, path)));
      if (signal?.aborted) throw new ImportError('Stopped. Nothing was changed.');
      staging.commit(moves);
      isMoving = true;
      staging.moveIn(moves);
    }
    staging.remove();
    const backup = moves.replaced.length > 0 ? { backup: moves.backup } : {};
    return { report, summary: formatSummary(report), moved: moves.files.length, ...backup };
  } catch (error) {
    if (!isMoving) staging?.remove();
    throw explainDiskError(error, into, isMoving ? 'moving' : 'staging');
  }
}

/** Returns a function that reports each page that is checked. */
function createPageCounter({ copies }: Plan, { onEvent }: ImportOptions): () => void {
  const pages = copies.filter(({ to }) => /^content\//.test(to) && isPageName(to));
  const total = new Set(pages.map(({ to }) => to)).size;
  let done = 0;
  return () => onEvent({ kind: 'checked', done: Math.min((done += 1), total), total });
}

function resume(into: string): ReturnType<typeof resumeInterruptedImport> {
  try {
    return resumeInterruptedImport(into);
  } catch (error) {
    throw explainDiskError(error, into, 'moving');
  }
}

function refuseOverlap(root: string, into: string): void {
  const realRoot = `${realpathSync(root)}${sep}`;
  let existing = resolve(into);
  while (!existsSync(existing)) existing = dirname(existing);
  if (!`${realpathSync(existing)}${sep}`.startsWith(realRoot)) return;
  throw new ImportError(
    `${into} is inside the old site, which the import never changes. Choose another folder: --into ../my-site`,
  );
}
