import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newRunFolder } from '../../../scripts/run-folder.ts';
import { importSite } from '../../../src/import/import-site.ts';
import type { ImportReportJson } from '../../../src/import/report/format-report.ts';
import type { BuiltSite } from './build-site.ts';
import { buildSharedSite } from './shared-site.ts';
import { findOldSiteFolder } from '../old-sites/old-site-folders.ts';
import { makeImage } from '../make/images.ts';

/** Imports and builds an old site once per test run; returns it with the report and the author's folder. */
export async function buildImportedSite(
  name: string,
): Promise<BuiltSite & { report: ImportReportJson; folder: string }> {
  const run = process.env.LECTERN_TEST_RUN ?? newRunFolder();
  const into = join(run, 'imported', name);
  const options = { into, dryRun: false, force: [], command: 'import', onEvent: () => undefined };
  const site = await buildSharedSite(`imported-${name}`, async () => {
    await importSite(await copyOldSite(name, join(run, 'old', name)), options);
    return { env: { LECTERN_SITE: into } };
  });
  const report = readFileSync(join(into, 'import-report.json'), 'utf8');
  return { ...site, report: JSON.parse(report) as ImportReportJson, folder: into };
}

/** Copies an old site and replaces the tiny stubs of its photographs with real images. */
export async function copyOldSite(name: string, to: string): Promise<string> {
  const folder = findOldSiteFolder(name);
  if (folder === undefined) throw new Error(`The old site ${name} is not on this machine.`);
  cpSync(folder, to, { recursive: true });
  const jpeg = await makeImage('jpeg');
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const isStub = /\.jpe?g$/i.test(path) && entry.isFile() && statSync(path).size < 200;
    if (isStub) writeFileSync(path, jpeg);
  }
  return to;
}
