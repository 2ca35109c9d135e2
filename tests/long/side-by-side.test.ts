import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom, pickInteger, pickItem } from '../../scripts/workload/random.ts';
import { copyProgram } from '../helpers/build/build-site.ts';
import { startDevServerOf, type DevSite } from '../helpers/build/dev-site.ts';
import {
  buildAlone,
  buildWith,
  createNeighbour,
  type Neighbour,
} from '../helpers/build/side-by-side.ts';
import { hashFiles } from '../helpers/read/dist.ts';

const seed = Number(process.env.LECTERN_TEST_SEED ?? randomInt(1_000_000));
const random = createRandom(seed, 0);
/** A copy of the program builds both sites, while a dev server of the first one runs. */
const program = copyProgram();
let sites: [Neighbour, Neighbour];
let dev: DevSite;
let version = 0;

beforeAll(async () => {
  sites = [await createNeighbour('Ada Example', 60), await createNeighbour('Ben Sample', 190)];
  dev = await startDevServerOf(sites[0], program);
});
afterAll(async () => {
  await dev.stop();
  for (const site of sites) site.remove();
});

/** 20 random pairs of builds, with and without changes and caches. */
const pairs = Array.from({ length: 20 }, (_, i) => ({
  number: i + 1,
  sites: pickItem(random, [
    [0, 1],
    [1, 0],
    [0, 0],
  ] as const),
  isEdited: random() < 0.7,
  isCold: random() < 0.3,
  hasOneOutput: random() < 0.3,
}));

test.each(pairs)(
  `two builds at once make what each makes alone, seed ${seed}, pair $number: $sites, edited: $isEdited, cold: $isCold, one output: $hasOneOutput`,
  async ({ sites: [first, second], isEdited, isCold, hasOneOutput }) => {
    if (isEdited) {
      version += pickInteger(random, 1, 3);
      for (const site of sites) await site.edit(version);
    }
    const toOutput = (index: 0 | 1) => join(program, hasOneOutput ? 'out' : `out${index}`);
    const build = (index: 0 | 1) =>
      buildWith(program, sites[index], toOutput(index), isCold ? ['--clean'] : []);
    await Promise.all([build(first), build(second)]);
    const alone = await buildAlone(sites);
    for (const index of [first, second]) {
      // A folder to which two sites are built has the site of the last build.
      const expected = hasOneOutput ? [alone[first], alone[second]] : [alone[index]];
      expect(expected).toContainEqual(hashFiles(toOutput(index)));
    }
    await expectDevServerWorks();
  },
);

/** The pages of the dev server show the present texts and images of its own site. */
async function expectDevServerWorks(): Promise<void> {
  const post = await dev.fetchPage('/posts/news/');
  expect(post.html).toContain(`News ${version} of Ada Example`);
  const code = await dev.fetchPage('/posts/code/');
  expect(code.html).toContain('by Ada Example');
  expect(code.html).not.toContain('Ben Sample');
  const [, image = ''] = /<img[^>]*\ssrc="([^"]+)"/.exec(code.html) ?? [];
  const { status, type } = await dev.fetchPage(
    image.replaceAll('&amp;', '&').replaceAll('&#38;', '&'),
  );
  expect({ image, status, type }).toMatchObject({
    status: 200,
    type: expect.stringMatching(/^image/) as unknown,
  });
}
