import { expect, test } from 'vitest';
import { toCalendar } from '../../src/feeds/calendar/calendar.ts';
import { toBibliography } from '../../src/feeds/citation/cite-bibtex.ts';
import { citeAsRis } from '../../src/feeds/citation/cite-ris.ts';
import { toHostRedirects } from '../../src/feeds/host/host-files.ts';
import { toOldPath } from '../../src/model/site/redirects.ts';
import { redirectsSchema } from '../../src/schema/redirects.ts';
import { checkSchema } from '../../src/content/parse/check-schema.ts';
import { publicationSchema } from '../../src/schema/publication.ts';
import { talkSchema } from '../../src/schema/talk.ts';
import { makeFeeds } from '../helpers/make/feeds.ts';
import { makePublication } from '../helpers/make/publication.ts';
import { makeSite } from '../helpers/make/site.ts';
import { makeTalk } from '../helpers/make/talk.ts';

const controls = '\u0000\u0007\u001b\u007f';
const evil = `a\r\nX-EVIL:1\n\tX-EVIL: 2${controls} b\r\r\n\r\nX-EVIL`;
const evilLink = `https://example.org/a\r\nX-EVIL:1\n/ b${controls}\u2028`;
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
const site = makeSite({ url: 'https://ada.example' });

/** Returns a value with control characters for a key, in the shapes that keys have. */
function listShapes(): unknown[] {
  const link = { name: evil, url: evilLink, icon: evil };
  return [evil, evilLink, [evil, evilLink], { name: evil, filename: evil, caption: evil }, [link]];
}

/** The keys of a talk, each once with each shape that does not make it unreadable. */
const talks = Object.keys(talkSchema.shape).flatMap((key) =>
  listShapes().flatMap((value) => {
    const keys = { date: '2024-05-06', tags: ['x'], event: 'E', [key]: value };
    // As a file is read: with the replacements of values that are reported.
    const { value: frontMatter } = checkSchema(talkSchema, { title: 'T', ...keys });
    return frontMatter ? [makeTalk({ ...frontMatter })] : [];
  }),
);

test('control characters in values of a talk reach no calendar, feed or citation', async () => {
  expect(talks.length).toBeGreaterThan(100);
  for (const talk of talks) {
    const calendar = toCalendar(site, evil, [talk]);
    for (const line of calendar.split('\r\n').slice(0, -1)) {
      expect(line).not.toMatch(/[\u0000-\u0008\u000A-\u001F\u007F]/);
      expect(line).not.toMatch(/^X-EVIL/);
    }
  }
  const feeds = makeFeeds(site, talks, Date.UTC(2026, 0, 1));
  expect(await feeds.rss()).not.toMatch(control);
  expect(feeds.json()).not.toMatch(control);
});

test('control characters in values of a publication reach no citation', () => {
  for (const key of ['title', 'authors', 'doi', 'publication', 'url_pdf', 'tags', 'abstract'])
    for (const value of [evil, evilLink, [evil]]) {
      const { value: frontMatter } = checkSchema(publicationSchema, { title: 'T', [key]: value });
      const { citable } = makePublication({ ...frontMatter });
      for (const line of citeAsRis(citable).split('\r\n').slice(0, -1))
        expect(line).toMatch(/^[A-Z][A-Z\d] {2}- \P{Cc}*$/u);
      expect(toBibliography([citable])).not.toMatch(control);
    }
});

test('the targets of redirects are encoded', () => {
  const { value } = checkSchema(redirectsSchema, { '/old': evilLink });
  const to = value?.['/old'] ?? '';
  const href = `${to} 200!\u2028\ud800ß`;
  const text = toHostRedirects([{ alias: 'old name', href, isFile: false }], {
    path: (path) => `/${path}`,
  });
  const rules = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(rules.map((rule) => rule.split(' '))).toEqual(
    ['301!', '301'].map((status) => [
      '/old%20name/',
      'https://example.org/aX-EVIL:1/%20b\\0\\a\\e%20200!%E2%80%A8%EF%BF%BD%C3%9F',
      status,
    ]),
  );
  expect(toOldPath('/a\nb')).toBeUndefined();
});
