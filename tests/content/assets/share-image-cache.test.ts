import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readIntact } from '../../../src/content/assets/intact-bytes.ts';
import {
  loadCachedShareImage,
  prepareShareImages,
  type Drawing,
} from '../../../src/content/assets/share-image-cache.ts';
import type { ShareCard } from '../../../src/model/site/share-card.ts';
import { expectCrashSafe } from '../../helpers/disk/crash-points.ts';

const png = (text: string) => Buffer.from(`\x89PNG ${text} IEND\xae\x42\x60\x82`, 'latin1');
const draw = vi.fn((card: ShareCard) => Promise.resolve(png(card.title)));
/** Draws on a thread that is not one. */
const drawInThread = vi.fn((card: ShareCard) => Promise.resolve(png(card.title)));
const endThread = vi.fn();
const startThread = vi.fn(() => ({ draw: drawInThread, end: endThread }));
const drawing: Drawing = { version: 1, draw, startThread };
const card: ShareCard = { title: 'One', name: 'Ada Example' };
let folder: string;
const load = (more: Partial<ShareCard> = {}, version = 1) =>
  loadCachedShareImage(join(folder, 'images'), { ...card, ...more }, { ...drawing, version });
const listCached = () => readdirSync(join(folder, 'images'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-images-'));
  vi.clearAllMocks();
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
  await loadCachedShareImage(folder, { title: 'One', name: 'Ada' }, drawing);
  await loadCachedShareImage(folder, { name: 'Ada', title: 'One' }, drawing);
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

test('draws a card again if a byte of its image has changed', async () => {
  const whole = await load();
  const [file = ''] = listCached();
  const bytes = readFileSync(join(folder, 'images', file));
  bytes[6] = 0;
  writeFileSync(join(folder, 'images', file), bytes);
  expect(await load()).toEqual(whole);
  expect(draw).toHaveBeenCalledTimes(2);
});

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

test('an image is whole or drawn again after a crash at any step', async () => {
  const faults = await expectCrashSafe({
    async write(root, title: string) {
      await loadCachedShareImage(root, { ...card, title }, drawing);
    },
    read(root) {
      const images = readdirSync(root)
        .filter((name) => name.endsWith('.png'))
        .flatMap((name) => readIntact(readFileSync(join(root, name))) ?? []);
      return ['Two', 'One'].find((title) => images.some((image) => image.equals(png(title))));
    },
    ...{ first: 'One', second: 'Two' },
  });
  expect(faults).toBeGreaterThan(8);
});

describe('prepareShareImages', () => {
  const cards = Array.from({ length: 60 }, (_, i) => ({ ...card, title: `Talk ${i}` }));
  const prepare = (used: readonly ShareCard[]) =>
    prepareShareImages(join(folder, 'images'), used, drawing);
  const loadAll = async () => {
    for (const { title } of cards) expect(await load({ title })).toEqual(png(title));
  };

  test('draws many cards on a thread', async () => {
    await prepare(cards);
    expect(drawInThread).toHaveBeenCalledTimes(60);
    expect(endThread).toHaveBeenCalledTimes(1);
    expect(listCached()).toHaveLength(60);
    await loadAll();
    expect(draw).not.toHaveBeenCalled();
  });

  test('starts no thread for a few cards', async () => {
    await prepare(cards.slice(0, 49));
    expect(startThread).not.toHaveBeenCalled();
    await prepare(cards);
    await prepare(cards);
    expect(drawInThread).toHaveBeenCalledTimes(60);
  });

  test('draws no card twice while both threads draw', async () => {
    drawInThread.mockImplementation(async ({ title }) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return png(title);
    });
    await Promise.all([prepare(cards), loadAll()]);
    const titles = [...draw.mock.calls, ...drawInThread.mock.calls].map(([{ title }]) => title);
    // Cards that are loaded before the thread has started may be drawn by both.
    expect(new Set(titles).size).toBe(60);
    expect(titles.length).toBeLessThan(70);
    expect(drawInThread.mock.calls[0]?.[0].title).toBe('Talk 59');
  });

  test('leaves the cards of a thread that has failed to this one', async () => {
    drawInThread.mockRejectedValue(new Error('ended'));
    await prepare(cards);
    await loadAll();
    expect(draw).toHaveBeenCalledTimes(60);
  });

  test('removes the images that the site does not use, and old temporary files', async () => {
    await load();
    await load({ title: 'Two' });
    const folderOfImages = join(folder, 'images');
    for (const name of ['old.tmp', 'new.tmp']) writeFileSync(join(folderOfImages, name), '');
    utimesSync(join(folderOfImages, 'old.tmp'), 1, 1);
    await prepare([{ ...card, title: 'Two' }]);
    expect(listCached()).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.png$/), 'new.tmp']);
    await load({ title: 'Two' });
    expect(draw).toHaveBeenCalledTimes(2);
  });
});
