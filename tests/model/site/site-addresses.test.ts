import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/project-node.mjs';
import { toSiteAddresses } from '../../../src/model/site/site-addresses.ts';
import type { Page } from '../../../src/model/page/page.ts';
import { makeSiteContents } from '../../helpers/make/site-contents.ts';
import { makePerson } from '../../helpers/make/person.ts';
import { makePost } from '../../helpers/make/post.ts';
import { makePublication } from '../../helpers/make/publication.ts';
import { makeTalk } from '../../helpers/make/talk.ts';

type Contents = Parameters<typeof makeSiteContents>[0];

const addressesOf = (contents: Contents) => toSiteAddresses(makeSiteContents(contents));
const filesOf = (contents: Contents) => addressesOf(contents).list.map(({ file }) => file);
const page = (slug: string): Page => makePost({}, slug);

describe('the addresses of a site', () => {
  it('are made by every file in src/pages/, and by no other', () => {
    const talk = makeTalk({ tags: ['a'], type: 'Keynote', aliases: ['/old/'] });
    const { list } = addressesOf({
      pages: {
        ...{ talks: [talk], publications: [makePublication({ tags: ['a'] })] },
        ...{ posts: [page('p')], projects: [page('p')], teaching: [page('p'), page('p/a')] },
        ...{ people: [makePerson({ title: 'Lin' })], pages: [page('p')], slides: [page('p')] },
      },
      attachedFiles: [{ section: 'talks', page: talk, name: 'a.pdf' }],
      hasCv: true,
    });
    const routes = new Set(
      list.flatMap(({ producer }) => (producer.kind === 'public' ? [] : producer.route)),
    );
    const inPages = globSync('**/*', { cwd: join(root, 'src/pages'), withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'src/pages/').length));
    expect(inPages.length).toBeGreaterThan(30);
    const named = [...routes].filter((route) => route !== 'astro');
    const [outside, inside] = [/^content\//, /^(?!content\/)/].map((pattern) =>
      named.filter((route) => pattern.test(route)),
    );
    expect(inside?.toSorted()).toEqual(inPages.toSorted());
    for (const route of outside ?? [])
      expect(existsSync(join(root, 'src', route)), route).toBe(true);
  });

  it('include the further pages of long lists', () => {
    const posts = Array.from({ length: 301 }, (_, i) => page(`p${i}`));
    const found = filesOf({ pages: { posts } }).filter((file) => /^posts\/(\d|index)/.test(file));
    expect(found).toEqual(['posts/index.html', 'posts/2/index.html', 'posts/3/index.html']);
  });

  it('do not include empty lists', () => {
    const found = filesOf({});
    expect(found).toContain('index.html');
    expect(
      found.filter((file) =>
        /talks|rss|feed|posts|publications|teaching|projects|people|cv/.test(file),
      ),
    ).toEqual([]);
    expect(
      found.filter((file) => /pagefind|talks\/(with|in|kind)\/|_redirects/.test(file)),
    ).toEqual([]);
  });

  it('include lists and feeds of talks only with a talk that is not private', () => {
    const names = [
      'talks/index.html',
      'talks/tags/index.html',
      'rss.xml',
      'feed.json',
      'talks.ics',
    ];
    const found = (talks: ReturnType<typeof makeTalk>[]) =>
      filesOf({ pages: { talks, posts: [page('p')] } }).filter((file) => names.includes(file));
    expect(found([makeTalk()]).toSorted()).toEqual(names.toSorted());
    expect([found([]), found([makeTalk({ private: true })])]).toEqual([[], []]);
  });

  it('of a site without talks keep redirects to them waiting, without a finding', () => {
    const redirects = { '/index.xml': '/rss.xml', '/event/': '/talks/', '/a/': '/gone/' };
    const { list, findings } = addressesOf({ redirects });
    expect(findings.map(({ path }) => path)).toEqual([['/a/']]);
    expect(list.filter(({ producer }) => producer.kind === 'redirect')).toEqual([]);
  });

  it('never have a page, and the folder of another one, at one place', () => {
    const talk = makeTalk({}, { slug: 'index.html' });
    const nyu = makeTalk({}, { slug: 'nyu' });
    const attachedFiles = [{ section: 'talks' as const, page: nyu, name: 'index.html/a.txt' }];
    const { list, conflicts } = addressesOf({ pages: { talks: [talk, nyu] }, attachedFiles });
    const files = list.map(({ file }) => file);
    expect(files.filter((file) => files.some((other) => other.startsWith(`${file}/`)))).toEqual([]);
    expect(conflicts.map(({ dropped }) => dropped.file).toSorted()).toEqual([
      'talks/index.html',
      'talks/nyu/index.html/a.txt',
    ]);
  });

  it('do not include public copies of a private talk', () => {
    const files = filesOf({ pages: { talks: [makeTalk({ private: true })] } });
    const found = files.filter((file) => /talks\/talk[./]/.test(file));
    expect(found.toSorted()).toEqual(['talks/talk.ics', 'talks/talk/index.html']);
    expect(files).not.toContain('pagefind/');
  });

  it('are unique', () => {
    const talk = makeTalk({ aliases: ['/search/', '/x/', '/talks/talk/'] });
    const files = filesOf({
      pages: { talks: [talk] },
      publicFiles: ['search/index.html', 'rss.xml', 'x/y.pdf'],
      redirects: { '/x/': '/talks/' },
    });
    expect(files.filter((file, i) => files.indexOf(file) !== i)).toEqual(['404.html']);
  });
});

describe('an old address', () => {
  it.each([
    ['/old/', 'old/index.html'],
    ['/old.html', 'old.html'],
    ['/rss.xml/a/', undefined],
    ['/files/a.pdf/b/', undefined],
    ['/_astro/b/', undefined],
    ['/files/deck/', undefined],
    ['/files/', 'files/index.html'],
  ])('%s is served by %s', (alias, file) => {
    const { list } = addressesOf({
      pages: { talks: [makeTalk({ aliases: [alias] })] },
      publicFiles: ['files/a.pdf', 'files/deck/index.html'],
    });
    const old = list.filter(({ producer }) => producer.kind === 'redirect');
    expect(old.map((address) => address.file)).toEqual(file === undefined ? [] : [file]);
  });

  it('that ends in .html is a folder if another address is below it', () => {
    const talks = [makeTalk({ aliases: ['/x.html', '/x.html/y/'] })];
    expect(filesOf({ pages: { talks } })).toEqual(
      expect.arrayContaining(['x.html/index.html', 'x.html/y/index.html']),
    );
  });

  it('has the page that declares it', () => {
    const talk = makeTalk({ aliases: ['/x/'] });
    const { byPath } = addressesOf({ pages: { talks: [talk] }, redirects: { '/y/': '/talks/' } });
    expect(byPath.get('x')?.producer).toMatchObject({ page: talk, href: '/talks/talk/' });
    expect(byPath.get('y')?.producer).not.toHaveProperty('page');
  });
});
