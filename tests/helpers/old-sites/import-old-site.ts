import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { importSite, type ImportOptions } from '../../../src/import/import-site.ts';
import { createAuthorFolder } from '../make/author-folder.ts';

/** Returns a hash of each file of a folder by its path; empty if the folder does not exist. */
export function hashTree(folder: string): Record<string, string> {
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

/** Returns the path of a folder that does not exist yet, in a temporary folder for this test. */
export function createFolderPath(): string {
  const parent = mkdtempSync(join(tmpdir(), 'lectern-into-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return join(parent, 'my site');
}

/** Imports an old site, given by its folder or its files. */
export async function importOldSite(
  old: string | Record<string, string | Buffer>,
  options: Partial<ImportOptions> = {},
) {
  const root = typeof old === 'string' ? old : createAuthorFolder(old).root;
  const into = options.into ?? createFolderPath();
  const defaults = {
    dryRun: false,
    force: [],
    command: 'npm run import -- old',
    onEvent: () => {},
  };
  const result = await importSite(root, { ...defaults, ...options, into });
  return { ...result, root, into, read: (path: string) => readFileSync(join(into, path), 'utf8') };
}

/** Returns the file of a page with a title and other lines of front matter. */
export function makePageText(title: string, more = ''): string {
  return `---\ntitle: "${title}"\ndate: 2020-01-02\n${more}---\n\nThe text of ${title}.\n`;
}
