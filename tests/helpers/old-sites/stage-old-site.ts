import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { resolveSiteFolder, type SiteFolder } from '../../../src/content/assets/site-folder.ts';
import { findConfigPaths, readConfig } from '../../../src/import/old-site/read-configs.ts';
import { makePlan } from '../../../src/import/make-plan.ts';
import type { OldSite } from '../../../src/import/old-site/old-site.ts';
import type { Copy } from '../../../src/import/plan/plan.ts';

/** Imports an old site into a new author's folder, without its redirects. */
export function stageOldSite(site: OldSite): { copies: Copy[]; staged: SiteFolder } {
  const root = mkdtempSync(join(tmpdir(), 'lectern-staged-'));
  const { copies, newFiles } = makePlan(site);
  for (const { to, text } of newFiles) writeText(root, to, text);
  for (const { from, to } of copies) writeText(root, to, site.read(from));
  return { copies, staged: resolveSiteFolder({ LECTERN_SITE: root }) };
}

export function writeText(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Creates an old site from these files, without writing them to the disk. */
export function makeOldSite(theme: OldSite['theme'], files: Record<string, string>): OldSite {
  return {
    ...{ root: '/nowhere', theme, unreadFolders: [], unreadable: [] },
    files: Object.keys(files)
      .sort()
      .map((path) => ({ path, size: files[path]?.length ?? 0 })),
    configs: findConfigPaths(Object.keys(files), theme === 'academicpages' ? 'jekyll' : 'hugo').map(
      (path) => readConfig(path, files[path] ?? ''),
    ),
    read: (path) => files[path] ?? '',
  };
}
