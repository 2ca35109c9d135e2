import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProgram } from '../helpers/build/build-site.ts';
import {
  buildAlone,
  buildWith,
  createNeighbour,
  type Neighbour,
} from '../helpers/build/side-by-side.ts';

/** A copy of the program builds both sites. */
const program = copyProgram();
let ada: Neighbour;
let ben: Neighbour;
beforeAll(async () => {
  ada = await createNeighbour('Ada Example', 60);
  ben = await createNeighbour('Ben Sample', 90);
});
afterAll(() => [ada, ben].forEach((site) => site.remove()));

test('two sites built at once are as they are when built alone', async () => {
  const both = await Promise.all(
    [ada, ben].map((site, i) => buildWith(program, site, join(program, `out${i}`))),
  );
  const alone = await buildAlone([ada, ben]);
  expect(both.map(({ hashes }) => hashes)).toEqual(alone);
  expect(alone[0]).not.toEqual(alone[1]);
});

test('of two builds of one site, the second waits, and has nothing to do', async () => {
  await ada.edit(1);
  const both = await Promise.all([1, 2].map(() => buildWith(program, ada, join(program, 'out0'))));
  expect(both[0]?.hashes).toEqual(both[1]?.hashes);
  const outputs = both.map(({ output }) => output).sort((a, b) => a.length - b.length);
  expect(outputs.filter((output) => output.includes('Another build of this site'))).toHaveLength(1);
  expect(outputs.filter((output) => output.includes('Nothing has changed'))).toHaveLength(1);
});
