import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteFolder } from '../content/site-folder.ts';
import { mapAddresses } from './addresses/map-addresses.ts';
import { setAsideErrors } from './files/quarantine.ts';
import { stageWritten } from './files/staging.ts';
import { makeWay } from './make-plan.ts';
import type { OldSite } from './old-site/old-site.ts';
import type { Copy, Plan } from './plan/plan.ts';
import { danglingLinks } from './report/dangling-links.ts';
import { readStaged } from './report/read-staged.ts';
import { toReceipt, type Receipt } from './report/report.ts';

/** How often quarantining files may reveal further errors. */
const MOST_ROUNDS = 4;

/**
 * Adds the redirects to a staged folder, quarantines files that would stop a build, and returns the
 * import report.
 */
export async function completePlan(
  site: OldSite,
  plan: Plan,
  staged: SiteFolder,
): Promise<{ receipt: Receipt; paths: string[] }> {
  let { copies } = plan;
  for (let round = 1; ; round += 1) {
    const { written, addresses } = mapAddresses(site, copies, staged);
    const placed = makeWay(copies, written);
    moveAside(copies, placed, staged.root);
    stageWritten(written, staged.root);
    const reading = await readStaged(staged);
    const kept = setAsideErrors(reading.problems, placed, staged.root);
    if (kept === undefined || round === MOST_ROUNDS) {
      const whole = { ...plan, copies: placed, written: [...plan.written, ...written] };
      const links = danglingLinks(site, whole, staged, addresses);
      const receipt = toReceipt(site, whole, reading, { addresses, danglingLinks: links });
      const paths = [...placed, ...whole.written].map(({ to }) => to);
      return { receipt, paths: [...new Set(paths)] };
    }
    for (const { to } of written) rmSync(join(staged.root, to));
    copies = kept;
  }
}

/** The staged files whose place changed. */
function moveAside(before: readonly Copy[], after: readonly Copy[], root: string): void {
  for (const [index, { to }] of before.entries()) {
    const now = after[index]?.to ?? to;
    if (now === to) continue;
    mkdirSync(dirname(join(root, now)), { recursive: true });
    renameSync(join(root, to), join(root, now));
  }
}
