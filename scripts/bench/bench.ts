/**
 * Measures how long a site of many talks takes to build.
 *
 *     npm run bench                     100 and 1000 talks
 *     npm run bench -- --n 10,100
 *
 * The talks are generated, so all machines build the same site. "cold" starts with an empty content
 * store, "warm" builds the same folder again.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectNode, root } from './project-node.mjs';

const { values } = parseArgs({ options: { n: { type: 'string', default: '100,1000' } } });
const sizes = values.n.split(',').map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error('--n needs whole numbers, for example --n 10,100');
  process.exit(2);
}

const rows = sizes.flatMap((size) => measure(size));
console.table(rows);

/** Builds a site of `size` talks twice and returns a row of the table for each build. */
function measure(size: number) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-bench-'));
  try {
    writeSite(folder, size);
    return ['cold', 'warm'].map((build) => {
      const seconds = timeBuild(folder);
      return {
        talks: size,
        build,
        seconds: Number(seconds.toFixed(1)),
        'ms per talk': Number(((seconds * 1000) / size).toFixed(1)),
        'bytes of a talk page': statSync(join(folder, 'dist/talks/talk-0/index.html')).size,
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timeBuild(folder: string): number {
  const start = performance.now();
  const args = ['scripts/run.mjs', 'astro', 'build', '--outDir', join(folder, 'dist'), '--silent'];
  const env = { ...process.env, LECTERN_SITE: folder };
  const { status } = spawnSync(projectNode(), args, { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  return (performance.now() - start) / 1000;
}

function writeSite(folder: string, size: number): void {
  const talks = join(folder, 'content', 'talks');
  mkdirSync(talks, { recursive: true });
  writeFileSync(
    join(folder, 'content', 'site.yaml'),
    'name: Ada Example\nrole: Reader in Measurement\nurl: https://ada.example\n',
  );
  for (let n = 0; n < size; n++) writeFileSync(join(talks, `talk-${n}.md`), talkText(n));
}

/** Returns the file of talk number `n`: its abstract and text contain formulas, its tags repeat. */
function talkText(n: number): string {
  const year = 2000 + (n % 25);
  const month = String(1 + (n % 12)).padStart(2, '0');
  const day = String(1 + (n % 28)).padStart(2, '0');
  return `---
title: 'Measuring a quantity by ${n} other means'
event: Seminar on Instruments ${n % 40}
location: Room ${n % 90}, Example House
date: ${year}-${month}-${day}T16:00:00Z
tags: [instrument-${n % 17}, method-${n % 5}]
featured: ${n % 50 === 0}
abstract: >-
  An estimate from $n = ${n + 2}$ readings has a standard error of $\\sigma / \\sqrt{${n + 2}}$.
  We say when one more reading is worth its price.
url_video: https://example.org/videos/${n}
---

Let $x_1, \\dots, x_n$ be readings with mean $\\mu$. Their average obeys

$$
\\Pr\\left( |\\bar x - \\mu| > t \\right) \\le \\frac{\\sigma^2}{${n + 2}\\, t^2}.
$$

## What follows

- The bound needs no shape of the distribution, only $\\sigma^2 < \\infty$.
- Halving $t$ costs four times the readings, as [everyone knows](https://example.org/${n}).
`;
}
