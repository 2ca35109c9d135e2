import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/project-node.mjs';
import { toAddress, listFiles } from '../read/dist.ts';
import { skipTest } from '../skip.ts';
import { writeText } from './stage-old-site.ts';

const plugins = ['jekyll', 'jekyll-feed', 'jekyll-sitemap', 'jekyll-redirect-from'];
const versionCommands: Record<'hugo' | 'jekyll', [string, string[]]> = {
  hugo: ['hugo', ['version']],
  jekyll: ['ruby', ['-e', plugins.map((name) => `require '${name}'`).join(';')]],
};

/** Whether a generator is installed, with the plugins that academicpages uses. */
export function isInstalled(program: 'hugo' | 'jekyll'): boolean {
  try {
    execFileSync(...versionCommands[program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const layout = '{{ .RelPermalink }}\n';
const layouts = { hugo: ['_default/single.html', '_default/list.html'], jekyll: [] };

/** Runs a generator on these files and returns all addresses that it generates, in order. */
function generateAddresses(program: 'hugo' | 'jekyll', files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), `lectern-${program}-`));
  try {
    for (const [path, text] of Object.entries(files)) writeText(root, path, text);
    for (const path of layouts[program]) writeText(root, `layouts/${path}`, layout);
    const args = program === 'hugo' ? ['--quiet'] : ['build', '--quiet', '--disable-disk-cache'];
    // Jekyll reads file names in the encoding of the machine.
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    execFileSync(program, args, { cwd: root, stdio: 'pipe', env });
    return listFiles(join(root, program === 'hugo' ? 'public' : '_site')).map(toAddress);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The files of sites, by the names under which their addresses are committed. */
type NamedSites = Record<string, Record<string, string>>;

/**
 * Returns the addresses that a generator made when the list was last updated. They are committed in `tests/fixtures/generated-addresses/`.
 */
export function readCommittedAddresses(program: 'hugo' | 'jekyll'): Record<string, string[]> {
  return JSON.parse(readFileSync(getCommittedFile(program), 'utf8')) as Record<string, string[]>;
}

/**
 * Registers a test that the generator still makes these addresses, if it is installed. To update the
 * list, run that test with `--update`.
 */
export function testGenerator(program: 'hugo' | 'jekyll', sites: NamedSites): void {
  const title = `the committed addresses are what ${program} makes`;
  if (!isInstalled(program)) return skipTest(title, `no ${program}`);
  test(title, async () => {
    const generated = Object.entries(sites).map(([name, files]) => [
      name,
      generateAddresses(program, files),
    ]);
    const json = `${JSON.stringify(Object.fromEntries(generated), undefined, 1)}\n`;
    await expect(json).toMatchFileSnapshot(getCommittedFile(program));
  });
}

function getCommittedFile(program: string): string {
  return join(root, 'tests/fixtures/generated-addresses', `${program}.json`);
}
