import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { importSite, type ImportOptions } from '../../src/import/import-site.ts';
import { authorFolder } from './author-folder.ts';

/** Every file of a folder by its path, with a hash of its bytes. Empty for what is no folder. */
export function treeOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => {
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
      return [path.slice(folder.length + 1).replaceAll('\\', '/'), hash];
    }),
  );
}

/** A folder that is not there yet, in one that is gone when the test is over. */
export function newFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'lectern-into-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return join(parent, 'my site');
}

/** Imports an old site, given by its folder or its files. */
export async function importOld(
  old: string | Record<string, string | Buffer>,
  options: Partial<ImportOptions> = {},
) {
  const root = typeof old === 'string' ? old : authorFolder(old).root;
  const into = options.into ?? newFolder();
  const whole = { dryRun: false, force: [], command: 'npm run import -- old', onEvent: () => {} };
  const result = await importSite(root, { ...whole, ...options, into });
  return { ...result, root, into, read: (path: string) => readFileSync(join(into, path), 'utf8') };
}

/** A page's file with a title, and what else its front matter is to hold. */
export function pageText(title: string, more = ''): string {
  return `---\ntitle: "${title}"\ndate: 2020-01-02\n${more}---\n\nThe text of ${title}.\n`;
}
