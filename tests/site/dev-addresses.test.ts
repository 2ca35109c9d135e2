import { expect, test } from 'vitest';
import { compareWithDevServer } from '../helpers/build/dev-addresses.ts';

/** Returns the first file of each kind: with the same folder at the top, depth and ending. */
function selectKinds(files: string[]): string[] {
  const kinds = Map.groupBy(files, (file) => {
    const [top, ...rest] = file.split('/');
    const ending = /[^/]*?(\.[^/]*)$/.exec(file)?.[1] ?? file;
    return rest.length === 0 ? file : `${top} ${rest.length} ${ending}`;
  });
  return [...kinds.values()].flatMap((kind) => kind.slice(0, 1));
}

// tests/full/dev-addresses.test.ts requests all addresses.
test('an address of each kind of a built site, and the links on its pages, answer in npm start', async () => {
  const { failures, count } = await compareWithDevServer(selectKinds);
  expect(failures).toEqual([]);
  expect(count).toBeGreaterThan(60);
});
