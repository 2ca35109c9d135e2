import { expect, test } from 'vitest';
import { buildSite } from '../../src/cli/build.ts';
import { createAuthorFolder } from '../helpers/make/author-folder.ts';
import { runInProcess } from '../helpers/process/run-command.ts';

function command(args: string[]) {
  const { root } = createAuthorFolder({ 'content/site.yaml': 'name: Ada Example\n' });
  return runInProcess('build', buildSite, args, { LECTERN_SITE: root });
}

test.each([
  [['--outdir', 'public'], 'Unknown option --outdir. Did you mean --outDir?'],
  [['--outDir'], '--outDir needs a value.'],
  [['public'], 'Unexpected argument "public".'],
])('%j is a usage error', async (args, message) => {
  const { code, output } = await command(args);
  expect(code).toBe(2);
  expect(output).toContain(message);
  expect(output).toContain('For help: npm run build -- --help');
});

test('--help lists the options, and builds nothing', async () => {
  const { code, output } = await command(['--help']);
  expect(code).toBe(0);
  for (const option of ['outDir', 'force', 'silent', 'verbose'])
    expect(output).toContain(`npm run build -- --${option}`);
});
