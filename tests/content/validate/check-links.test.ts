import { expect, it } from 'vitest';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const talk = { title: 'T', date: '2024-01-01' };
const site = 'name: Ada Example\ntimezone: Europe/Paris\nurl: https://ada.example\nbase: /~ada\n';

async function check(files: Record<string, string>) {
  const { problems } = await checkSite(
    createAuthorFolder({
      'content/site.yaml': site,
      'content/talks/nyu/index.md': talkFile(talk),
      'content/talks/nyu/slides/index.html': '<h1>Slides</h1>',
      'content/talks/later.md': talkFile({ ...talk, draft: true }),
      ...files,
    }),
  );
  return problems.map(
    ({ file, line, column, code, remedy }) => `${file}:${line}:${column} ${code} ${remedy}`,
  );
}

it.each([
  '/talks/nyu/',
  '/talks/nyu',
  '/~ada/talks/nyu/#end',
  'https://ada.example/~ada/talks/nyu/',
  'https://elsewhere.example/talks/gone/',
  '../nyu/',
  '/talks/nyu/slides/',
  '/talks/later/',
  '/talks/tags/',
  '/',
  '#end',
  'mailto:ada@example.org',
])('accepts a link to %s', async (url) => {
  expect(await check({ 'content/talks/a.md': talkFile(talk, `See [it](${url}).`) })).toEqual([]);
});

it('reports links to pages that do not exist, with the nearest page, at their position', async () => {
  const body = [
    'See [it](/talks/nuy/),',
    '',
    '- [again][1] and <a href="/tals/">all</a>',
    '',
    '[1]: ../nyy/',
    '',
    '`[code](/talks/gone/)`',
  ].join('\n');
  expect(await check({ 'content/talks/a.md': talkFile(talk, body) })).toEqual([
    'content/talks/a.md:6:5 text/unknown-address Did you mean /talks/nyu/?',
    'content/talks/a.md:8:18 text/unknown-address Did you mean /talks/?',
    'content/talks/a.md:10:1 text/unknown-address Did you mean /talks/nyu/?',
  ]);
});

it('reports entries of the menu, icons and email addresses in the settings', async () => {
  const menu = 'navigation:\n  - name: Talks\n    url: /talk/\n  - name: CV\n    url: /cvs/\n';
  const links = 'links:\n  - name: Me\n    url: ada@example.org\n    icon: envelop\n';
  expect(await check({ 'content/site.yaml': site + menu + links })).toEqual([
    'content/site.yaml:12:10 site/email-link Write mailto:ada@example.org.',
    'content/site.yaml:7:10 site/unknown-address Did you mean /talks/?',
    'content/site.yaml:9:10 site/unknown-address Write an address that exists.',
    'content/site.yaml:13:11 site/unknown-icon Did you mean envelope?',
  ]);
});

it('reports a comma in a tag', async () => {
  const keys = { ...talk, tags: ['knots, braids', 'bounds'] };
  expect(await check({ 'content/talks/a.md': talkFile(keys) })).toEqual([
    'content/talks/a.md:4:8 talk/tag-with-comma If you mean several tags, write tags: [knots, braids].',
  ]);
});

it('notes pages that neither the menu nor a text links to', async () => {
  const menu = 'navigation:\n  - name: Lab\n    url: /pages/lab/\n';
  const files = {
    'content/site.yaml': site + menu,
    'content/pages/lab.md': talkFile({ title: 'Lab' }, 'See [how](/pages/how/).'),
    'content/pages/how.md': talkFile({ title: 'How' }),
    'content/pages/lost.md': talkFile({ title: 'Lost' }),
  };
  expect(await check(files)).toEqual([expect.stringMatching(/^content\/pages\/lost\.md:2:8 page/)]);
});

it('compares a limited number of addresses with all others', async () => {
  const body = Array.from({ length: 1000 }, (_, i) => `[${i}](/talks/n${i}/)`).join('\n\n');
  expect(await check({ 'content/talks/a.md': talkFile(talk, body) })).toHaveLength(1000);
});
