import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadCachedShareImage } from '../../../src/content/assets/share-image-cache.ts';
import type { ShareCard } from '../../../src/model/site/share-card.ts';

const png = (text: string) => Buffer.from(`\x89PNG ${text} IEND\xae\x42\x60\x82`, 'latin1');
const draw = vi.fn((card: ShareCard) => Promise.resolve(png(card.title)));
const card: ShareCard = { title: 'One', name: 'Ada Example' };
let folder: string;
const load = (more: Partial<ShareCard> = {}, version = 1) =>
  loadCachedShareImage(join(folder, 'images'), { ...card, ...more }, { version, draw });
const listCached = () => readdirSync(join(folder, 'images'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-images-'));
  draw.mockClear();
});
afterEach(() => rmSync(folder, { recursive: true }));

test('draws a card once', async () => {
  const [first, second] = [await load(), await load()];
  expect(first).toEqual(png('One'));
  expect(second).toEqual(first);
  expect(draw).toHaveBeenCalledTimes(1);
  expect(draw).toHaveBeenCalledWith(card, expect.arrayContaining([expect.anything()]));
  expect(listCached()).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.png$/)]);
});

test('draws a changed card and keeps the image of the previous one', async () => {
  await load();
  await load({ title: 'Two' });
  await load({ event: 'Seminar' });
  await load({ place: 'Seminar' });
  await load({ day: 'Seminar' });
  await load({ name: 'Bert' });
  await load({}, 2);
  expect(draw).toHaveBeenCalledTimes(7);
  expect(await load()).toEqual(png('One'));
  expect(draw).toHaveBeenCalledTimes(7);
});

test('ignores the order of the keys', async () => {
  await loadCachedShareImage(folder, { title: 'One', name: 'Ada' }, { version: 1, draw });
  await loadCachedShareImage(folder, { name: 'Ada', title: 'One' }, { version: 1, draw });
  expect(draw).toHaveBeenCalledTimes(1);
});

test.each([0, 9])(
  'draws a card again if only %i bytes of its image were written',
  async (length) => {
    const whole = await load();
    const [file = ''] = listCached();
    truncateSync(join(folder, 'images', file), length);
    expect(await load()).toEqual(whole);
    expect(await load()).toEqual(whole);
    expect(draw).toHaveBeenCalledTimes(2);
  },
);

test('does not use a temporary file that a crash has left', async () => {
  await load();
  const [file = ''] = listCached();
  rmSync(join(folder, 'images', file));
  writeFileSync(join(folder, 'images', `${file}.123.tmp`), png('half'));
  expect(await load()).toEqual(png('One'));
});

test('caches nothing for a card that could not be drawn', async () => {
  draw.mockRejectedValueOnce(new Error('no'));
  await expect(load()).rejects.toThrow('no');
  expect(await load()).toEqual(png('One'));
});

test('caches one complete image if several are drawn at once', async () => {
  await Promise.all([load(), load(), load()]);
  expect(listCached()).toHaveLength(1);
});
