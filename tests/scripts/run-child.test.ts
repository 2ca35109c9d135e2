import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/project-node.mjs';
import { isRunning } from '../../scripts/process-table.mjs';
import { CHECK_INTERVAL, GRACE } from '../../scripts/run-child.mjs';
import { findProcessTree, waitUntilGone } from '../helpers/process/processes.ts';
import { registerWhere } from '../helpers/skip.ts';
import { waitUntil } from '../helpers/process/wait-until.ts';

const windows = process.platform === 'win32';
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-children-'));
const started = new Set<number>();
afterAll(() => {
  for (const pid of started) if (isRunning(pid)) process.kill(pid, 'SIGKILL');
  rmSync(folder, { recursive: true });
});

function script(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** Longer than any test, but not for ever, in case a test fails. */
const keepRunning = 'setTimeout(() => process.exit(), 300_000);';
const ignoreSignals = `for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => console.log('heard', signal));
}`;
/** Returns a script that prints its process id and starts another script, like npm or a shell. */
const makeStarter = (file: string, options = '{}') => `
  import { spawn } from 'node:child_process';
  spawn(process.execPath, [${JSON.stringify(file)}], { stdio: 'inherit', ...${options} });
  console.log('process', process.pid);
  ${keepRunning}`;
const makeRunner = (file: string, moduleFolder = join(root, 'scripts')) => `
  import { runChild } from ${JSON.stringify(pathToFileURL(join(moduleFolder, 'run-child.mjs')).href)};
  process.on('exit', () => console.log('cleaned up'));
  const { code } = await runChild(process.execPath, [${JSON.stringify(file)}]);
  console.log('continued');
  process.exitCode = code;`;

const tidy = script(
  'tidy.mjs',
  `process.on('SIGTERM', () => { console.log('tidied up'); process.exit(); });
  console.log('ready'); ${keepRunning}`,
);
const stubborn = script('stubborn.mjs', `${ignoreSignals} console.log('ready'); ${keepRunning}`);
/** Playwright starts the browser like this: signals of the terminal do not reach it. */
const detached = script('detached.mjs', makeStarter(stubborn, '{ detached: true }'));
const runner = script('runner.mjs', makeRunner(detached));
const shell = script('shell.mjs', makeStarter(runner));
const npm = script('npm.mjs', makeStarter(shell));
const starter = script('starter.mjs', makeStarter(npm));

/** Copies the module with a longer grace period, so that the test also works on a busy machine. */
function copyModule({ grace }: { grace: number }): string {
  const text = readFileSync(join(root, 'scripts/run-child.mjs'), 'utf8');
  const patient = text.replace(`GRACE = ${GRACE}`, `GRACE = ${grace}`);
  expect(patient).not.toBe(text);
  script('run-child.mjs', patient);
  cpSync(join(root, 'scripts/process-table.mjs'), join(folder, 'process-table.mjs'));
  return folder;
}

/** Starts a script in its own process group and waits until its last process is ready. */
async function start(file: string) {
  const child = spawn(process.execPath, [file], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const closed = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  );
  await waitUntil(
    () => output.includes('ready'),
    'all scripts ran',
    () => output,
  );
  const pid = child.pid!;
  const tree = await findProcessTree(pid);
  for (const member of tree) started.add(member);
  return { pid, tree, output: () => output, closed };
}

test('programs have time to clean up, and all have ended 5 seconds after the parent', () => {
  expect(GRACE).toBeGreaterThanOrEqual(1000);
  expect(CHECK_INTERVAL + GRACE).toBeLessThanOrEqual(4000);
});

registerWhere(!windows, 'a signal', 'Windows has no signals', () => {
  describe.concurrent('a signal', () => {
    test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
      '%s ends the whole tree',
      async (signal) => {
        const { pid, tree, output, closed } = await start(runner);
        expect(tree).toHaveLength(3);
        process.kill(pid, signal);
        expect(await closed).toEqual({ code: null, signal });
        await waitUntilGone(tree, output);
        expect(output()).toContain('cleaned up');
        expect(output()).not.toContain('continued');
      },
    );

    test('a program receives SIGTERM and has time to clean up', async () => {
      const patient = copyModule({ grace: 600_000 });
      const { pid, output, closed } = await start(script('patient.mjs', makeRunner(tidy, patient)));
      process.kill(pid, 'SIGTERM');
      expect(await closed).toEqual({ code: null, signal: 'SIGTERM' });
      expect(output()).toContain('tidied up');
    });

    test('Ctrl-C is not passed on as a second SIGINT, and a program that ignores it is killed', async () => {
      const { pid, tree, output, closed } = await start(script('direct.mjs', makeRunner(stubborn)));
      process.kill(-pid, 'SIGINT');
      expect(await closed).toEqual({ code: null, signal: 'SIGINT' });
      await waitUntilGone(tree, output);
      expect(output().match(/heard SIGINT/g)).toHaveLength(1);
    });
  });
});

test.concurrent.each([
  ['the process that started npm', 0],
  ['npm', 1],
  ['the shell of npm', 2],
])('the tree ends when %s is killed', async (_, generation) => {
  const { tree, output } = await start(starter);
  const ancestors = [...output().matchAll(/process (\d+)/g)]
    .slice(0, 3)
    .map(([, pid]) => Number(pid));
  expect(tree).toEqual(expect.arrayContaining(ancestors));
  expect(tree).toHaveLength(6);
  process.kill(ancestors[generation]!, 'SIGKILL');
  await waitUntilGone(
    tree.filter((pid) => !ancestors.includes(pid)),
    output,
  );
});

const endings: [text: string, code: number][] = [
  ['process.exitCode = 3;', 3],
  ['', 0],
];
if (!windows)
  endings.push(["process.kill(process.pid, 'SIGKILL');", 128 + constants.signals.SIGKILL]);

test.concurrent.each(endings)(
  'the exit code of a program that runs "%s" is %i',
  async (text, code) => {
    const program = script(`ends-${code}.mjs`, `console.log('ready'); ${text}`);
    const { closed } = await start(script(`runs-${code}.mjs`, makeRunner(program)));
    expect(await closed).toEqual({ code, signal: null });
  },
);
