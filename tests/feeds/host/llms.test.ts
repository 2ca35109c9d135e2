import { describe, expect, test } from 'vitest';
import { toLlmsTxt } from '../../../src/feeds/host/llms.ts';
import { makeSite } from '../../helpers/make/site.ts';
import { makeTalk } from '../../helpers/make/talk.ts';

const now = Date.UTC(2024, 5, 1);
const site = makeSite({ base: '/sub', role: 'Reader', description: 'Talks [and] more.' });
const talk = (slug: string, keys: Record<string, unknown>) =>
  makeTalk({ title: slug, ...keys }, { slug }, { addresses: site.addresses });

/** The format of llmstxt.org: a title, a quotation, text without headings, then lists of links. */
function readLlms(text: string) {
  const [, title, summary, rest = ''] = /^# (.+)\n\n> (.+)\n\n([\s\S]*)$/.exec(text) ?? [];
  const [notes, ...sections] = rest.split(/^## /m);
  return {
    title,
    summary,
    notes: notes?.trim(),
    sections: sections.map((section) => {
      const [name, ...lines] = section.trim().split('\n').filter(Boolean);
      return { name, entries: lines.map(readEntry) };
    }),
  };
}

function readEntry(line: string) {
  const [, words, address, note] =
    /^- \[((?:[^[\]\\]|\\.)+)\]\((\S+)\)(?:: (.+))?$/.exec(line) ?? [];
  if (address === undefined) throw new Error(`no entry: ${line}`);
  return { words, address, note };
}

describe('llms.txt', () => {
  test('lists each public talk once, as upcoming, recent or earlier', () => {
    const past = Array.from({ length: 12 }, (_, i) =>
      talk(`past-${i}`, { date: `${2000 + i}-01-01` }),
    );
    const deliveries = [{ date: '2023-01-01' }, { date: '2025-01-01', event: 'Again' }];
    const talks = [
      ...past,
      talk('next', { date: '2024-07-01', event: 'School', address: { city: 'Wien' } }),
      talk('twice', { deliveries }),
      talk('off', { date: '2024-08-01', status: 'cancelled' }),
      talk('secret', { private: true }),
      talk('draft', { draft: true }),
    ];
    const { sections } = readLlms(toLlmsTxt(site, talks, [], [], now));
    const slugs = sections.map(({ name, entries }) => [name, entries.map(({ words }) => words)]);
    expect(slugs.slice(0, 3)).toEqual([
      ['Upcoming talks', ['next', 'off', 'twice']],
      [
        'Recent talks',
        past
          .slice(2)
          .reverse()
          .map(({ slug }) => slug),
      ],
      ['Earlier talks', ['past-1', 'past-0']],
    ]);
    const [next, off] = sections[0]?.entries ?? [];
    expect(next).toEqual({
      words: 'next',
      address: 'https://example.org/sub/talks/next.md',
      note: 'School, Wien, 1 July 2024',
    });
    expect(off?.note).toBe('1 August 2024, cancelled');
    for (const { entries } of sections)
      for (const { address } of entries) expect(address).toMatch(/^https:\/\/example\.org\/sub\//);
  });

  test('describes the site, and is complete without talks', () => {
    expect(readLlms(toLlmsTxt(site, [], [], [], now))).toMatchObject({
      title: 'Ada Example',
      summary: 'Talks \\[and\\] more.',
      notes: 'Reader.',
      sections: [{ name: 'Optional' }],
    });
  });
});
