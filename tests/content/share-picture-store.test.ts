import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keptPicture } from '../../src/content/assets/share-image-cache.ts';
import type { ShareCard } from '../../src/model/site/share-card.ts';

const png = (text: string) => Buffer.from(`\x89PNG ${text} IEND\xae\x42\x60\x82`, 'latin1');
const draw = vi.fn((card: ShareCard) => Promise.resolve(png(card.title)));
const card: ShareCard = { title: 'One', name: 'Ada Example' };
let folder: string;
const get = (more: Partial<ShareCard> = {}, version = 1) =>
  keptPicture(join(folder, 'pictures'), { ...card, ...more }, { version, draw });
const kept = () => readdirSync(join(folder, 'pictures'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-pictures-'));
  draw.mockClear();
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a card is drawn once', async () => {
  const [first, second] = [await get(), await get()];
  expect(first).toEqual(png('One'));
  expect(second).toEqual(first);
  expect(draw).toHaveBeenCalledTimes(1);
  expect(draw).toHaveBeenCalledWith(card, expect.arrayContaining([expect.anything()]));
  expect(kept()).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.png$/)]);
});

test('whatever changes is drawn anew, and what it was is still there', async () => {
  await get();
  await get({ title: 'Two' });
  await get({ event: 'Seminar' });
  await get({ place: 'Seminar' });
  await get({ day: 'Seminar' });
  await get({ name: 'Bert' });
  await get({}, 2);
  expect(draw).toHaveBeenCalledTimes(7);
  expect(await get()).toEqual(png('One'));
  expect(draw).toHaveBeenCalledTimes(7);
});

test('the order of the keys does not matter', async () => {
  await keptPicture(folder, { title: 'One', name: 'Ada' }, { version: 1, draw });
  await keptPicture(folder, { name: 'Ada', title: 'One' }, { version: 1, draw });
  expect(draw).toHaveBeenCalledTimes(1);
});

test.each([0, 9])('a file of which %i bytes were written is drawn anew', async (length) => {
  const whole = await get();
  const [file = ''] = kept();
  truncateSync(join(folder, 'pictures', file), length);
  expect(await get()).toEqual(whole);
  expect(await get()).toEqual(whole);
  expect(draw).toHaveBeenCalledTimes(2);
});

test('a draft that a crash left behind is not taken for a picture', async () => {
  await get();
  const [file = ''] = kept();
  rmSync(join(folder, 'pictures', file));
  writeFileSync(join(folder, 'pictures', `${file}.123.tmp`), png('half'));
  expect(await get()).toEqual(png('One'));
});

test('nothing is kept of a card that could not be drawn', async () => {
  draw.mockRejectedValueOnce(new Error('no'));
  await expect(get()).rejects.toThrow('no');
  expect(await get()).toEqual(png('One'));
});

test('two at once leave one whole picture', async () => {
  await Promise.all([get(), get(), get()]);
  expect(kept()).toHaveLength(1);
});
