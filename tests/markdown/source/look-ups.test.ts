import { expect, test } from 'vitest';
import type { NamedFile, ReadImage } from '../../../src/markdown/source/markdown-context.ts';
import { recordLookUps } from '../../../src/markdown/source/look-ups.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';

const files: Record<string, NamedFile> = {
  'beside.pdf': { place: 'bundle', path: 'beside.pdf' },
  'a.png': { place: 'bundle', path: 'a.png' },
  'wide.png': { place: 'bundle', path: 'wide.png' },
  '/files/paper.pdf': { place: 'public', path: 'files/paper.pdf', address: '/files/paper.pdf' },
};
const findFile = (name: string) => files[name];
const readTestImage: ReadImage = (name) =>
  Promise.resolve(
    findFile(name) && {
      ...{ width: 9, height: 9, format: 'png', animated: false },
      ...{ stamp: `stamp of ${name}`, file: `/${name}` },
    },
  );

test('records every name that a text looks up, by kind', async () => {
  const { lookedUp, ...finders } = recordLookUps({
    ...{ findFile, readImage: readTestImage },
    findPage: (name) => (name === 'other' ? '/talks/other/' : undefined),
  });
  const renderer = await createTextRenderer('/');
  const text =
    '[x](beside.pdf) ![a](a.png) [y](/files/paper.pdf) [z](gone.zip)\n\n' +
    '<img src="a.png" srcset="wide.png 2x, gone.png 3x">\n\n' +
    '[t]({{< ref "other" >}}) [u]({{< ref "beside.pdf" >}}) {{< video "talk.mp4" >}}';
  await renderer.block(text, { math: true, ...finders });
  expect(Object.fromEntries(lookedUp.files)).toMatchObject({
    'beside.pdf': { place: 'bundle', path: 'beside.pdf' },
    '/files/paper.pdf': { place: 'public', path: 'files/paper.pdf' },
    'wide.png': { place: 'bundle', path: 'wide.png' },
    ...{ 'gone.zip': undefined, 'gone.png': undefined, 'talk.mp4': undefined },
  });
  expect([...lookedUp.files.keys()]).toEqual(expect.arrayContaining(['gone.zip', 'talk.mp4']));
  expect(lookedUp.files.get('/files/paper.pdf')).not.toHaveProperty('named');
  expect([...lookedUp.pages]).toEqual([
    ['other', '/talks/other/'],
    ['beside.pdf', undefined],
  ]);
  expect([...lookedUp.images]).toEqual([['a.png', 'stamp of a.png']]);
});
