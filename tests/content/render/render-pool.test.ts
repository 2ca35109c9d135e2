import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createRenderSettings, openRenderCache } from '../../../src/content/render/render-cache.ts';
import { type RenderJob, toRenderJob } from '../../../src/content/render/render-job.ts';
import { createRenderPool } from '../../../src/content/render/render-pool.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

/** Creates a site of small talks, each of which refers to another one. */
function createTalks(count: number) {
  const files = Array.from({ length: count }, (_, i) => [
    `content/talks/t${i}.md`,
    talkFile(
      { title: `Talk ${i} on $x_${i}$`, date: '2021-09-22' },
      `[next]({{< ref "t${i + 1}" >}}) $y^{${i}}$ {{< nothing >}}`,
    ),
  ]);
  const site = createAuthorFolder(Object.fromEntries(files) as Record<string, string>);
  const { pages } = readPages(talkSection, site, createAddresses('/'));
  const settings = createRenderSettings(site, join(site.root, 'cache'), { base: '/' });
  const jobs = pages.map((page) => toRenderJob(talkSection, page));
  const targets = pages.map(({ file: { stem }, slug }) => ({ file: { stem }, slug }));
  return { site, settings, jobs, pages: { section: 'talks', pages: targets } };
}

async function render(
  { settings, jobs, pages }: ReturnType<typeof createTalks>,
  options: { threads: number; script?: string },
) {
  const pool = createRenderPool(settings, { minPages: 10, ...options });
  try {
    return await Promise.all(pool.render(pages, jobs));
  } finally {
    await pool.close();
  }
}

/** Writes the code of a worker that reacts to its jobs. */
function createScript(reaction: string): string {
  const { root } = createAuthorFolder();
  const file = join(root, 'worker.mjs');
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ type, jobs }) => {
      if (type === 'end') parentPort.close();
      if (type === 'jobs') { ${reaction} }
    });
    parentPort.postMessage({ type: 'ready' });`,
  );
  return file;
}

describe('createRenderPool', () => {
  it('returns the same renderings in the same order from any number of threads', async () => {
    const talks = createTalks(40);
    const [one, two, three] = [
      await render(talks, { threads: 1 }),
      await render(talks, { threads: 2 }),
      await render(talks, { threads: 3 }),
    ];
    for (const [i, { file }] of talks.jobs.entries()) {
      expect(one[i]).toContain(`Talk ${file.stem.slice(1)} on `);
    }
    expect(two).toEqual(one);
    expect(three).toEqual(one);
    const cached = openRenderCache(talks.settings, 'talks');
    expect(cached.countPages()).toBe(40);
  });

  it.each([
    [49, 3, 0],
    [99, 3, 1],
    [100, 3, 2],
    [1000, 3, 2],
    [1000, 1, 0],
  ])(
    'for %i pages and at most %i threads starts %i, and ends them',
    async (pages, threads, workers) => {
      const running = new Set<Worker>();
      const onWorker = (worker: Worker) => {
        running.add(worker);
        worker.once('exit', () => running.delete(worker));
      };
      process.on('worker', onWorker);
      onTestFinished(() => void process.off('worker', onWorker));
      const pool = createRenderPool(createTalks(0).settings, { threads });
      pool.prepare(pages);
      await new Promise(setImmediate);
      expect(running.size).toBe(workers);
      await pool.close();
      expect(running.size).toBe(0);
    },
  );

  it('shares the pages among the threads', async () => {
    const reaction = `for (const { id } of jobs) parentPort.postMessage({ type: 'result', id, json: '{}' });`;
    const results = await render(createTalks(20), { threads: 2, script: createScript(reaction) });
    const count = results.filter((json) => json === '{}').length;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(20);
  });

  it.each([
    ['exits', 'process.exit(3);'],
    ['throws an exception', "throw new Error('broken');"],
    [
      'cannot render a page',
      "for (const { id } of jobs) parentPort.postMessage({ type: 'result', id });",
    ],
  ])('renders the pages of a worker that %s in the main thread', async (_, reaction) => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    onTestFinished(() => warn.mockRestore());
    const talks = createTalks(20);
    const results = await render(talks, { threads: 2, script: createScript(reaction) });
    expect(results).toEqual(await render(talks, { threads: 1 }));
    expect(warn.mock.calls.map(([text]) => text)).toEqual(
      reaction.startsWith('throw') ? ['A thread that renders pages has stopped: broken'] : [],
    );
  });

  it.each([1, 2])('names the page that cannot be rendered, with %i threads', async (threads) => {
    const talks = createTalks(20);
    const broken = { ...talks.jobs[15]!, texts: null } as unknown as RenderJob;
    const jobs = talks.jobs.with(15, broken);
    await expect(render({ ...talks, jobs }, { threads })).rejects.toThrow(
      `${broken.file.name} cannot be rendered: `,
    );
  });

  it('leaves no drafts of cached renderings', async () => {
    const talks = createTalks(20);
    await render(talks, { threads: 2 });
    const { version, cacheFolder } = talks.settings;
    const names = readdirSync(join(cacheFolder, version, 'talks'));
    expect(names.filter((name) => !name.endsWith('.json'))).toEqual([]);
  });
});
