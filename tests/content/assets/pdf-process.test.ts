import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { projectNode, root } from '../../../scripts/project-node.mjs';
import { makePdf } from '../../helpers/make/pdf.ts';
import { findProcessTree, waitUntilGone } from '../../helpers/process/processes.ts';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('ends a PDF reader that hangs when the program fails', async () => {
  const pdf = join(folder, 'slides.pdf');
  writeFileSync(pdf, makePdf());
  const script = join(folder, 'read-pdf.mjs');
  writeFileSync(
    script,
    `import { runPdfJob } from ${JSON.stringify(pathToFileURL(join(root, 'src/content/assets/pdf-process.ts')).href)};
    await runPdfJob({ file: ${JSON.stringify(pdf)} }, 60);
    process.stdin.once('data', () => process.exit(1));
    console.log('reading');
    for (;;) await runPdfJob({ file: ${JSON.stringify(pdf)} }, 600);`,
  );
  const child = spawn(projectNode(), [script], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const tree = await findProcessTree(child.pid!);
  expect(tree).toHaveLength(2);
  // A stopped process answers as little as one in an endless loop. Windows cannot stop one.
  if (process.platform !== 'win32') process.kill(tree[1]!, 'SIGSTOP');
  child.stdin.write('fail\n');
  expect(await once(child, 'exit')).toEqual([1, null]);
  await waitUntilGone(tree, () => '');
});
