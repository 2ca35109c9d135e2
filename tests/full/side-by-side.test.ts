import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProgram } from '../helpers/build/build-site.ts';
import {
  buildAlone,
  buildWith,
  createNeighbour,
  type Neighbour,
} from '../helpers/build/side-by-side.ts';
import { hashFiles } from '../helpers/read/dist.ts';

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
  const outputs = [1, 2].map((number) => join(program, `out${number}`));
  await Promise.all([ada, ben].map((site, i) => buildWith(program, site, outputs[i]!)));
  const alone = await buildAlone([ada, ben]);
  expect(outputs.map(hashFiles)).toEqual(alone);
  expect(alone[0]).not.toEqual(alone[1]);
});

test('of two builds of one site, the second waits, and has nothing to do', async () => {
  await ada.edit(1);
  const build = () => buildWith(program, ada, join(program, 'out1'));
  const texts = await Promise.all([build(), build()]);
  for (const text of ['Another build of this site is running', 'Nothing has changed'])
    expect(texts.filter((output) => output.includes(text))).toHaveLength(1);
});
