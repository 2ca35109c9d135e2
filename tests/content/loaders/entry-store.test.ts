import type { DataStore } from 'astro/loaders';
import { expect, it } from 'vitest';
import {
  findEntry,
  getContentVersion,
  listEntries,
  openStore,
  pickImages,
  replaceImages,
  type StoredEntry,
} from '../../../src/content/loaders/entry-store.ts';

/** Returns a store like that of Astro, with the entries in it. */
function createAstroStore() {
  const entries = new Map<string, StoredEntry>();
  const store = {
    set: (entry: StoredEntry) => entries.set(entry.id, entry),
    has: (id: string) => entries.has(id),
    delete: (id: string) => entries.delete(id),
    clear: () => entries.clear(),
  } as unknown as DataStore;
  return { entries, store };
}

function openStores() {
  const astro = createAstroStore();
  return { ...astro, own: openStore({ collection: 'talks', store: astro.store }) };
}

it('keeps entries in their order, and only images and modules in the store of Astro', () => {
  const { own, entries } = openStores();
  const image = '__ASTRO_IMAGE_./a.png';
  const files = { 'a.pdf': { href: '/a.pdf', preview: image }, 'b.pdf': { href: '/b.pdf' } };
  own.set({ id: 'b', data: { title: 'B' } });
  own.set({ id: 'a', data: { title: 'A', image, files }, filePath: 'a.md', assetImports: ['a'] });
  own.set({ id: 'c', data: { title: 'C' }, filePath: 'c.mdx', deferredRender: true });
  expect(listEntries('talks').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(findEntry('talks', 'a')?.data).toMatchObject({ title: 'A' });
  expect([...entries.values()]).toEqual([
    {
      ...{ id: 'a', filePath: 'a.md', assetImports: ['a'] },
      data: { image, files: { 'a.pdf': { preview: image } } },
    },
    { id: 'c', data: {}, filePath: 'c.mdx', deferredRender: true },
  ]);
  own.set({ id: 'a', data: { title: 'A' } });
  own.delete('c');
  expect([...entries.keys()]).toEqual([]);
  expect(listEntries('talks').map(({ id }) => id)).toEqual(['a', 'b']);
});

it('has a new version only after a change', () => {
  const { own } = openStores();
  own.set({ id: 'a', data: {}, digest: '1' });
  const version = getContentVersion();
  own.set({ id: 'a', data: {}, digest: '1' });
  own.delete('b');
  expect(getContentVersion()).toBe(version);
  own.set({ id: 'a', data: {}, digest: '2' });
  expect(getContentVersion()).toBeGreaterThan(version);
});

it('replaces the images of an entry, and removes those that are not there yet', () => {
  const data = { title: 'A', image: 'a', files: { x: { href: 'x', preview: 'p' } } };
  expect(replaceImages(data, { image: 1, files: { x: { preview: 2 } } })).toEqual({
    ...{ title: 'A', image: 1, files: { x: { href: 'x', preview: 2 } } },
  });
  expect(replaceImages(data, {})).toEqual({ title: 'A', files: { x: { href: 'x' } } });
  expect(pickImages({ portrait: 'p', files: { x: {} } })).toEqual({ portrait: 'p' });
  expect(pickImages({ files: { x: {} } })).toBeUndefined();
});
