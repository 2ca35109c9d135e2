import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { resolveSiteFolder, type SiteFolder } from '../../../src/content/assets/site-folder.ts';

/** Creates an author's folder with these files by their paths. It is removed after the test. */
export function createAuthorFolder(files: Record<string, string | Buffer> = {}): SiteFolder {
  const root = mkdtempSync(join(tmpdir(), 'lectern-author-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFiles(root, files);
  return resolveSiteFolder({ LECTERN_SITE: root });
}

/** Writes files by their paths in a folder, which it creates if needed. */
export function writeFiles(root: string, files: Record<string, string | Buffer>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
