import { expect, test } from 'vitest';
import { parsePageText, type PageText } from '../../../src/content/sections/page-text.ts';
import { sections } from '../../../src/content/sections/sections.ts';
import type { PageFrontMatter } from '../../../src/content/assets/page-files.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

test.each(sections.map((section) => [section.name, section] as const))(
  'reads published: false as draft: true in %s',
  (_, section) => {
    const read = (keys: Record<string, unknown>) =>
      parsePageText(
        section,
        { path: '/site/a.md', stem: 'a' },
        talkFile({ title: 'A', date: '2020-01-02', ...keys }),
      ) as PageText<PageFrontMatter & { draft?: boolean }>;
    for (const published of [false, 'False', 'no']) {
      expect(read({ published })).toMatchObject({ value: { draft: true }, findings: [] });
      expect(read({ draft: false, published })).toMatchObject({ value: { draft: true } });
    }
    for (const published of [true, '2020-01-02']) {
      expect(read({ published }).value?.draft).toBeUndefined();
      expect(read({ published }).findings).toEqual([]);
    }
  },
);

test.each(['slides', 'teaching'])('derives the title of a page without one in %s', (name) => {
  const section = sections.find((one) => one.name === name)!;
  const read = (body: string, keys: Record<string, unknown> = {}) => {
    const file = { path: '/site/why-we-count.md', stem: 'why-we-count' };
    return parsePageText(section, file, talkFile(keys, body)) as PageText<
      PageFrontMatter & { title?: string }
    >;
  };
  expect(read('# Tides\n\nWords.')).toMatchObject({ value: { title: 'Tides' }, findings: [] });
  expect(read('Words.')).toMatchObject({ value: { title: 'Why We Count' }, findings: [] });
  expect(read('Words.', { title: 'Own' }).value?.title).toBe('Own');
  expect(read('# Tides', { widget: 'slider' }).isPage).toBe(false);
  expect(read('\n').isPage).toBe(false);
});
