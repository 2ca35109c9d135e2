import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { siteFolder, type SiteFolder } from '../../src/content/assets/site-folder.ts';

/** A new author's folder with these files, by their path in it. Gone when the test is over. */
export function authorFolder(files: Record<string, string | Buffer> = {}): SiteFolder {
  const root = mkdtempSync(join(tmpdir(), 'lectern-author-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFiles(root, files);
  return siteFolder({ LECTERN_SITE: root });
}

/** Writes files by their path in a folder, which need not exist. */
export function writeFiles(root: string, files: Record<string, string | Buffer>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
