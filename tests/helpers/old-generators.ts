import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf, filesIn } from './dist.ts';
import { write } from './stage-old-site.ts';

const plugins = ['jekyll', 'jekyll-feed', 'jekyll-sitemap', 'jekyll-redirect-from'];
const probes: Record<'hugo' | 'jekyll', [string, string[]]> = {
  hugo: ['hugo', ['version']],
  jekyll: ['ruby', ['-e', plugins.map((name) => `require '${name}'`).join(';')]],
};

/** Whether a generator is on this machine, with the plugins that academicpages has. */
export function isInstalled(program: 'hugo' | 'jekyll'): boolean {
  try {
    execFileSync(...probes[program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const layout = '{{ .RelPermalink }}\n';
const layouts = { hugo: ['_default/single.html', '_default/list.html'], jekyll: [] };

/** The addresses of all that a generator makes of these files, in order. */
export function addressesBy(program: 'hugo' | 'jekyll', files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), `lectern-${program}-`));
  try {
    for (const [path, text] of Object.entries(files)) write(root, path, text);
    for (const path of layouts[program]) write(root, `layouts/${path}`, layout);
    const args = program === 'hugo' ? ['--quiet'] : ['build', '--quiet', '--disable-disk-cache'];
    // Jekyll reads names of files in the encoding of the machine.
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    execFileSync(program, args, { cwd: root, stdio: 'pipe', env });
    return filesIn(join(root, program === 'hugo' ? 'public' : '_site')).map(addressOf);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
