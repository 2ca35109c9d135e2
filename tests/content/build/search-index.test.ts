import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { buildSearchIndex, readItems, sortItems } from '../../../src/content/build/search-index.ts';
import type { SearchRecord } from '../../../src/model/site/search.ts';

const records = Array.from({ length: 30 }, (_, n): SearchRecord => ({
  url: `/talks/t-${n}/`,
  content: `Reading ${n} of I(X;T)`,
  meta: { title: `Talk ${n}`, event: `Seminar ${n % 4}`, day: `${n} May` },
  filters: { year: [String(2000 + (n % 9))], tag: [`tag-${n % 7}`, 'all'] },
  sort: { start: `2000-01-${String(n).padStart(2, '0')}` },
}));

const hashFiles = async (list: SearchRecord[]) => {
  const files = await buildSearchIndex(list, 'en-GB');
  return files.map(
    ({ path, content }) => `${path} ${createHash('sha256').update(content).digest('hex')}`,
  );
};

describe('a search index', () => {
  it('has the same bytes in every build, in any order of the records', async () => {
    const hashes = await hashFiles(records);
    expect(hashes.length).toBeGreaterThan(35);
    expect(await hashFiles(records)).toEqual(hashes);
    expect(await hashFiles(records.toReversed())).toEqual(hashes);
  });

  it('refers to its files by their new names', async () => {
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

  it('fails if Pagefind leaves out a record', async () => {
    const [first, ...others] = records;
    const broken = [
      { ...first!, content: '' },
      { ...first!, url: '/talks/x/', content: '—' },
    ];
    await expect(buildSearchIndex([...broken, ...others], 'en')).rejects.toThrow(
      'The search index has 29 of the 31 pages of the site.',
    );
  });
});

test('reads items of any length from a CBOR list', () => {
  const long = Buffer.from(`7818${'61'.repeat(24)}`, 'hex');
  const items = [Buffer.from('190100', 'hex'), long, Buffer.from('8201820203', 'hex')];
  const rest = [Buffer.from('a10102', 'hex'), Buffer.from('f6', 'hex'), Buffer.from('00', 'hex')];
  const list = Buffer.concat([Buffer.of(0x86), ...items, ...rest]);
  expect(readItems(list)).toEqual([...items, ...rest]);
  expect(readItems(sortItems(list))[0]).toEqual(Buffer.of(0));
  expect(() => readItems(Buffer.of(0x61, 0x61))).toThrow(RangeError);
  expect(() => readItems(Buffer.of(0x9f, 0xff))).toThrow(RangeError);
});
