import { expect, test } from 'vitest';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { createParseMemo } from '../../../src/import/report/parse-memo.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

test('parses a text once, and again after a change', () => {
  const parse = createParseMemo();
  const file = { path: '/site/content/talks/a.md', stem: 'a' };
  const text = talkFile({ title: 'A', date: '2020-01-02' });
  const first = parse(talkSection, file, text);
  expect(parse(talkSection, file, text)).toBe(first);
  const other = parse(talkSection, file, talkFile({ title: 'B', date: '2020-01-02' }));
  expect(other).toMatchObject({ value: { title: 'B' } });
  const copy = parse(talkSection, { ...file, path: '/site/content/talks/b.md' }, text);
  expect(copy).toMatchObject({ value: { title: 'A' } });
  expect(copy).not.toBe(first);
});
