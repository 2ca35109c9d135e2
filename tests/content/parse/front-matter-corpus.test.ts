import { expect, it } from 'vitest';
import { checkSchema } from '../../../src/content/parse/check-schema.ts';
import type { FullCode } from '../../../src/schema/finding.ts';
import { toSeverity } from '../../../src/schema/severity.ts';
import { readFrontMatter } from '../../../src/content/parse/front-matter.ts';
import { parseDateText } from '../../../src/schema/date-text.ts';
import type { WallTime } from '../../../src/schema/date-text.ts';
import { isTalk, talkSchema } from '../../../src/schema/talk.ts';
import type { TalkFrontMatter } from '../../../src/schema/talk.ts';
import { getTalkSources, type HugoResult } from '../../helpers/old-sites/corpus.ts';
import { describeSources } from '../../helpers/skip.ts';

/** Two forms of dates that Hugo ignores and Lectern reads. */
const HUGO_CANNOT = /^\d{4}-\d{2}-\d{2}:\d{2}:\d{2}:\d{2}$|^\d{4}-\d-/;
const START = ['event_start', 'time_start', 'date', 'publishdate', 'lastmod'];

/** The number of files in each source by the result of reading them. */
const expected: Record<string, Record<string, number>> = {
  'talks of our own': { talks: 35, onlyHere: 3, undated: 0, unreadable: 1, otherPages: 3 },
  'talks of real sites': { talks: 258, onlyHere: 2, undated: 0, unreadable: 1, otherPages: 14 },
};

describeSources(getTalkSources(), (files, source) => {
  it('reads every talk as Hugo does', () => {
    const counts = { talks: 0, onlyHere: 0, undated: 0, unreadable: 0, otherPages: 0 };
    for (const { id: file, text, hugo } of files) {
      const frontMatter = readFrontMatter(text);
      if ('failure' in frontMatter) {
        expect(hugo.ok, file).toBe(false);
        expect(frontMatter.failure.position.line, file).toBeGreaterThan(1);
        counts.unreadable += 1;
      } else if (!isTalk(frontMatter.data)) {
        counts.otherPages += 1;
      } else {
        const { value, findings } = checkSchema(talkSchema, frontMatter.data);
        const errors = findings.filter(({ code }) => toSeverity(code as FullCode) === 'error');
        if (!hugo.ok || HUGO_CANNOT.test(String(frontMatter.data['date']))) {
          expect(errors, file).toEqual([]);
          expect(formatTime(value?.date), file).not.toBe(formatStart(hugo));
          counts.onlyHere += 1;
        } else if (formatStart(hugo) === undefined) {
          expect(
            errors.map(({ code }) => code),
            file,
          ).toEqual(['talk/date-missing']);
          counts.undated += 1;
        } else {
          expect(errors, file).toEqual([]);
          compare(value, hugo, file);
          counts.talks += 1;
        }
      }
    }
    expect(counts).toEqual(expected[source]);
  });
});

function compare(
  talk: TalkFrontMatter | undefined,
  { title, params = {} }: HugoResult,
  file: string,
) {
  expect(talk?.title, file).toBe(title?.trim());
  expect(talk && formatTime(findStart(talk)), file).toEqual(formatStart({ ok: true, params }));
  for (const key of ['draft', 'featured', 'all_day'] as const) {
    const answer = params[key];
    if (typeof answer === 'boolean') expect(talk?.[key] ?? false, `${file} ${key}`).toBe(answer);
  }
  expect(talk?.tags ?? [], file).toEqual(params['tags'] ?? []);
  for (const key of ['event', 'location', 'abstract', 'summary'] as const) {
    const answer = params[key];
    if (typeof answer === 'string') expect(talk?.[key] ?? '', `${file} ${key}`).toBe(answer.trim());
  }
  for (const [key, value] of Object.entries(params)) {
    if (!/^(url_|event_url)/.test(key) || (typeof value !== 'string' && value !== null)) continue;
    const read = talk?.[key as 'url_pdf'] ?? '';
    expect(read, `${file} ${key}`).toBe((value ?? '').trim());
  }
}

function findStart(talk: TalkFrontMatter): WallTime | undefined {
  return talk.event_start ?? talk.time_start ?? talk.date ?? talk.publishDate ?? talk.lastmod;
}

/** Returns the start that Hugo reads, if any. Hugo gives the year 1 for a date that it cannot read or find. */
function formatStart({ params = {} }: HugoResult): string | undefined {
  const found = START.map((key) => params[key]).find(
    (value) => typeof value === 'string' && value !== '' && !value.startsWith('0001-'),
  );
  return typeof found === 'string' ? formatTime(parseDateText(found)) : undefined;
}

/** Formats a time as Hugo does: midnight in UTC if the file has only a date. */
function formatTime(time: WallTime | undefined): string | undefined {
  if (!time) return undefined;
  const { year, month, day, hour = 0, minute = 0, second = 0, offset = 'Z' } = time;
  return [year, month, day, hour, minute, second, offset].join(' ');
}
