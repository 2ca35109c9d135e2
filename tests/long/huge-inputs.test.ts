import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectNode, root } from '../../scripts/project-node.mjs';
import { createCleanEnvironment } from '../helpers/build/build-site.ts';
import { createAuthorFolder } from '../helpers/make/author-folder.ts';
import { hugeInputs } from '../helpers/make/huge-inputs.ts';
import { hugeOldSites } from '../helpers/make/huge-old-sites.ts';

/** Seconds after which a command hangs. On two idle cores each one ends within 10 s and 1 GB. */
const guard = 60;

const rows: string[] = [];
const usageModule = new URL('../helpers/process/write-usage.mjs', import.meta.url).href;

afterAll(() => process.stdout.write(`${rows.join('\n')}\n`));

test.each([...hugeInputs, ...hugeOldSites])(
  '$command of $title',
  ({ title, command, code, output, files }) => {
    const { root: folder } = createAuthorFolder(files());
    const { root: result } = createAuthorFolder({});
    const usageFile = join(result, 'usage.json');
    const program = join(root, 'src', 'cli', 'main.ts');
    const into = join(result, 'site');
    const args = command === 'check' ? ['check'] : ['import', folder, '--into', into];
    const run = spawnSync(projectNode(), ['--import', usageModule, program, ...args], {
      cwd: root,
      encoding: 'utf8',
      timeout: guard * 1000,
      maxBuffer: 1e9,
      env: { ...createCleanEnvironment(), LECTERN_SITE: folder, USAGE_FILE: usageFile },
    });
    const text = run.stdout + run.stderr;
    expect(run.signal, `${title}: ${text.slice(-2000)}`).toBeNull();
    const { cpu, memory } = JSON.parse(readFileSync(usageFile, 'utf8')) as Usage;
    const size = `${cpu.toFixed(1)} s`.padStart(7) + `${Math.round(memory)} MB`.padStart(9);
    const [firstLine = ''] = text
      .split('\n')
      .filter((line) => /\.(md|bib|yaml)[:\d]|No problems/.test(line));
    rows.push(
      `${command.padEnd(6)} ${title.padEnd(48)} ${size}  ${run.status} ${firstLine.slice(0, 150)}`,
    );
    expect(text).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
    expect(text).toMatch(output);
    expect(run.status, text.slice(0, 3000)).toBe(code);
  },
);

interface Usage {
  /** Seconds of processor time, user and system. */
  cpu: number;
  /** Peak memory in MB. */
  memory: number;
}
