import { expect, it } from 'vitest';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { checkFiles } from '../../../scripts/docs-problems.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const talk = { title: 'T', date: '2024-01-01' };
const site = 'name: Ada Example\ntimezone: Europe/Paris\nurl: https://ada.example\nbase: /~ada\n';

async function check(files: Record<string, string>) {
  const { problems } = await checkSite(
    createAuthorFolder({
      'content/site.yaml': site,
      'content/talks/nyu/index.md': talkFile(talk, '## The end\n\nA note[^1].\n\n[^1]: Text.'),
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
  '/~ada/talks/nyu/#the-end',
  '/talks/nyu/#user-content-fn-1',
  '/talks/nyu/#:~:text=note',
  'https://ada.example/~ada/talks/nyu/',
  'https://elsewhere.example/talks/gone/',
  '../nyu/',
  '/talks/nyu/slides/',
  '/talks/later/',
  '/talks/tags/',
  '/',
  '#part',
  '#chosen',
  '#in-html',
  '#name',
  '#top',
  '#',
  '/talks/#year-2024',
  '/#featured',
  '/slides/deck/#/2',
  '/slides/deck/#2/1',
  '/slides/deck/#second',
  '/pages/mixed/#anything',
  'mailto:ada@example.org',
])('accepts a link to %s', async (url) => {
  const texts = [
    '## Part',
    '## Other {#chosen}',
    '<p id="in-html"><a name="name">x</a></p>',
    'A note[^n].\n\n[^n]: With words.',
  ];
  const files = {
    'content/talks/a.md': talkFile(talk, [...texts, `See [it](${url}).`].join('\n\n')),
    'content/slides/deck.md': talkFile({ title: 'Deck' }, '# First\n\n---\n\n## Second'),
    'content/pages/mixed.mdx': talkFile({ title: 'Mixed' }, '<p id={1}>One</p>'),
  };
  expect(await check(files)).toEqual([]);
});

it('reports links to pages that do not exist, with the nearest page, at their position', async () => {
  const body = [
    'See [it](/talks/nuy/),',
    '',
    "- [again][1] and <a class=x href='/tals/'>all</a>",
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

it('reports links to parts that pages do not have, with the nearest part', async () => {
  const body = '## Methods\n\nOf [it](#method), [there](/talks/nyu/#end), [his](/talks/#nyu).';
  const keys = {
    ...{
      title: 'T',
      date: '2024-01-01',
      abstract: 'See [it](#methds).',
      summary: '[x](/nowhere/)',
    },
    links: [{ name: 'Part', url: '#mthods' }],
  };
  expect(await check({ 'content/talks/a.md': talkFile(keys, body) })).toEqual([
    'content/talks/a.md:5:10 text/unknown-address Write an address that exists.',
    'content/talks/a.md:4:11 text/unknown-anchor Did you mean #methods?',
    'content/talks/a.md:11:4 text/unknown-anchor Did you mean #methods?',
    'content/talks/a.md:11:19 text/unknown-anchor Did you mean #the-end?',
    'content/talks/a.md:11:45 text/unknown-anchor Did you mean /talks/nyu/?',
    'content/talks/a.md:6:30 talk/unknown-anchor Did you mean #methods?',
  ]);
});

it('checks links in the settings, on the home page and in the CV', async () => {
  const files = {
    'content/site.yaml': `${site}navigation:\n  - {name: News, url: /#psts}\nhome: [posts, {text: lab}]\n`,
    'content/about.md': 'See [me](#me) and [work](/cv/#wrk).\n\n## My work\n\n[x](#my-work)',
    'content/home/lab.md': '## Lab\n\nSee [it](#lab), [that](#lab-lab) and [gone](/gone/).',
    'content/cv.yaml': 'work:\n  - name: X\n    summary: "[x](/cv/#education) [y](/tals/)"\n',
  };
  expect(await check(files)).toEqual([
    'content/site.yaml:6:23 site/unknown-anchor Did you mean #posts?',
    'content/about.md:1:5 text/unknown-anchor Write the id of a heading, such as #my-work, #lab, #lab-lab, #posts, #text-lab.',
    'content/about.md:1:19 text/unknown-anchor Did you mean #work?',
    'content/home/lab.md:3:38 text/unknown-address Write an address that exists.',
    'content/cv.yaml:3:14 text/unknown-address Did you mean /talks/?',
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
  expect(await check({ 'content/talks/a.md': talkFile(talk, body) })).toHaveLength(21);
});

it('reads no links of a text that is too complex to be rendered', async () => {
  const lists = Array.from({ length: 600 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n');
  const reported = await check({ 'content/talks/a.md': talkFile(talk, `${lists}\n\n[x](/gone/)`) });
  expect(reported).toEqual([expect.stringMatching(/a\.md:\d+:1 text\/unreadable /)]);
});

it('lists 20 of 1,000 links to pages that do not exist, and counts the others', async () => {
  const links = Array.from({ length: 1000 }, (_, i) => `[a](/talks/${i}/)`).join(' ');
  const { problems } = await checkFiles({
    'content/site.yaml': 'name: Ada Example\ntimezone: Europe/London\nurl: https://ada.example\n',
    'content/talks/a.md': `---\ntitle: A\ndate: 2024-01-02\n---\n\n${links}\n`,
  });
  const unknown = problems.filter(({ code }) => code === 'text/unknown-address');
  expect(unknown).toHaveLength(21);
  expect(unknown.at(-1)?.message).toMatch(/^980 more problems of this kind follow/);
});
