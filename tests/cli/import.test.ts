import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { importCommand } from '../../src/cli/import.ts';
import { createAuthorFolder } from '../helpers/make/author-folder.ts';
import { createCleanEnvironment, runScript } from '../helpers/build/build-site.ts';
import { runInProcess } from '../helpers/process/run-command.ts';
import { createFolderPath, makePageText } from '../helpers/old-sites/import-old-site.ts';

vi.setConfig({ testTimeout: 60_000 });

const files = { 'config.toml': 'theme = "academic"\n', 'content/talk/a b.md': makePageText('A') };

function importSite(args: string[], env: Record<string, string> = {}) {
  return runInProcess('import', importCommand, args, env);
}

test('imports a site, names the import report and the next command', async () => {
  const { root } = createAuthorFolder(files);
  const into = createFolderPath();
  const env = { INIT_CWD: join(into, '..') };
  const args = ['src/cli/main.ts', 'import', root, '--into', 'my site'];
  const { code, output } = await runScript(args, { ...createCleanEnvironment(), ...env });
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(output).not.toMatch(/\r|\u001B/);
  expect(output).toMatch(
    /^Importing a site made with Hugo Academic: 2 files\.\nCopied 1 file\.\nChecking the/,
  );
  expect(output).toContain('- 1 copied unchanged\n');
  expect(output).toContain('The import report is my site/import-report.md.');
  expect(output).toContain('To preview the site: LECTERN_SITE="my site" npm start\n');
  expect(existsSync(join(into, 'content/talks/a b.md'))).toBe(true);

  const again = await importSite([root, '--into', 'my site'], env);
  expect(again.code).toBe(0);
  expect(again.output).toContain('Everything is already in my site. Nothing was changed.');
});

test('imports into LECTERN_SITE by default; a dry run writes nothing', async () => {
  const { root } = createAuthorFolder(files);
  const into = createFolderPath();
  const { code, output } = await importSite([root, '--dry-run'], { LECTERN_SITE: into });
  expect(code).toBe(0);
  expect(output).toContain('Nothing was written.');
  expect(existsSync(into)).toBe(false);
});

test('stops with exit code 1 if files exist, and explains the options', async () => {
  const { root } = createAuthorFolder(files);
  const { root: into } = createAuthorFolder({ 'content/site.yaml': 'name: Me\n' });
  const { code, output } = await importSite([root], { LECTERN_SITE: into });
  expect(code).toBe(1);
  expect(output).toContain('  content/site.yaml\n');
  expect(output).toContain(`npm run import -- ${root} --into ../my-site`);
});

test.each([
  [[], 2, 'Write the folder of the old site'],
  [['nowhere-at-all'], 2, 'nowhere-at-all does not exist'],
  [['src', 'dist'], 2, 'Unexpected argument "dist". To import into that folder, write --into dist'],
  [['src', '--dryrun'], 2, 'Did you mean --dry-run?'],
  [['src', '--into'], 2, '--into needs a value'],
  [['src'], 1, 'is not a site that can be imported'],
  [['--help'], 0, 'npm run import -- ../old-site --into ../my-site'],
])('%j: exit code %i', async (args, expected, words) => {
  const { code, output } = await importSite(args);
  expect(output).toContain(words);
  expect(code).toBe(expected);
});
