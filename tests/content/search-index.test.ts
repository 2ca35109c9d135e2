import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { buildSearchIndex, readItems, sortItems } from '../../src/content/build/search-index.ts';
import type { SearchRecord } from '../../src/model/site/search.ts';

const records = Array.from({ length: 30 }, (_, n): SearchRecord => ({
  url: `/talks/t-${n}/`,
  content: `Reading ${n} of I(X;T)`,
  meta: { title: `Talk ${n}`, event: `Seminar ${n % 4}`, day: `${n} May` },
  filters: { year: [String(2000 + (n % 9))], tag: [`tag-${n % 7}`, 'all'] },
  sort: { start: `2000-01-${String(n).padStart(2, '0')}` },
}));

const hashes = async (written: SearchRecord[]) => {
  const files = await buildSearchIndex(written, 'en-GB');
  return files.map(
    ({ path, content }) => `${path} ${createHash('sha256').update(content).digest('hex')}`,
  );
};

describe('a search index', () => {
  it('is the same to the byte whenever and in whatever order it is made', async () => {
    const one = await hashes(records);
    expect(one.length).toBeGreaterThan(35);
    expect(await hashes(records)).toEqual(one);
    expect(await hashes(records.toReversed())).toEqual(one);
  });

  it('names its files where it refers to them', async () => {
    const files = await buildSearchIndex(records, 'en');
    const text = (end: RegExp) => {
      const { content = Buffer.of() } = files.find(({ path }) => end.test(path)) ?? {};
      return Buffer.from(content);
    };
    const [, name = ''] = /"hash":"(\w+)"/.exec(text(/entry\.json$/).toString()) ?? [];
    const overview = gunzipSync(text(new RegExp(`^pagefind\\.${name}\\.pf_meta$`)));
    const filters = files.filter(({ path }) => path.startsWith('filter/'));
    expect(filters).toHaveLength(2);
    for (const { path } of filters) {
      expect(overview.includes(path.replace(/^filter\/|\.pf_filter$/g, ''))).toBe(true);
    }
  });

  it('takes a talk of which there is no more than a title', async () => {
    const [first] = records;
    await expect(hashes([{ ...first!, content: '', filters: {} }])).resolves.toBeDefined();
  });
});

test('the items of a CBOR list are found, however long they are', () => {
  const long = Buffer.from(`7818${'61'.repeat(24)}`, 'hex');
  const items = [Buffer.from('190100', 'hex'), long, Buffer.from('8201820203', 'hex')];
  const rest = [Buffer.from('a10102', 'hex'), Buffer.from('f6', 'hex'), Buffer.from('00', 'hex')];
  const list = Buffer.concat([Buffer.of(0x86), ...items, ...rest]);
  expect(readItems(list)).toEqual([...items, ...rest]);
  expect(readItems(sortItems(list))[0]).toEqual(Buffer.of(0));
  expect(() => readItems(Buffer.of(0x61, 0x61))).toThrow(RangeError);
  expect(() => readItems(Buffer.of(0x9f, 0xff))).toThrow(RangeError);
});
