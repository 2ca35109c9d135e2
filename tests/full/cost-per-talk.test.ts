import { beforeAll, describe, expect, test } from 'vitest';
import {
  countCalls,
  countExecutions,
  type ExecutionCounts,
} from '../helpers/build/execution-counts.ts';
import { generateSections } from '../helpers/make/every-section.ts';

/** The pages of each section in the first site. The second has twice as many. Both builds take 24 s of CPU time. */
const size = 12;
/** Code that runs as often as time allows: Astro writes its store while pages are added. */
const isTimed = /^node:|node_modules\/(devalue|vite|rolldown|astro)\//;
let small: ExecutionCounts;
let large: ExecutionCounts;

beforeAll(async () => {
  small = await countExecutions(generateSections(size));
  large = await countExecutions(generateSections(2 * size));
});

describe('twice as many pages', () => {
  test('are at most twice the work, in every part of the code', () => {
    // A quadratic part runs four times as often. Rare cases of a text may be rarer in the smaller site.
    const steep = [...large].flatMap(([block, count]) => {
      const before = small.get(block) ?? 0;
      const ratio = count / before;
      return !isTimed.test(block) && before > 100 && ratio > 3
        ? `${block}: ${ratio.toFixed(1)} times`
        : [];
    });
    expect(steep).toEqual([]);
    expect(large.size).toBeGreaterThan(10_000);
  });
});

describe('one more page in each section', () => {
  test.each<[string, number]>([
    // One page in each of eight sections.
    ['src/content/parse/front-matter.ts readFrontMatter', 8],
    ['src/feeds/calendar/calendar.ts toEvent', 1],
    ['src/feeds/feed/talk-items.ts toTalkItem', 1],
    ['src/feeds/qr-code.ts toQrCode', 1],
    ['src/feeds/search-records.ts toTalkSearchRecord', 1],
    // Eight bodies and an abstract, and the first paragraph of a post for its feed.
    ['src/model/page/search-text.ts toSearchText', 10],
    ['src/content/parse/front-matter.ts readPageBody', 1],
    // Two formats for a talk, one for a post and one for a publication.
    ['src/model/page/format-when.ts formatDayRange', 4],
  ])('calls %s at most %i times more', (name, calls) => {
    const more = countCalls(large, name) - countCalls(small, name);
    expect(more / size).toBeGreaterThan(0);
    expect(more / size).toBeLessThanOrEqual(calls);
  });
});
