import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { postSection, projectSection } from '../../../src/content/sections/plain-sections.ts';
import { publicationSection } from '../../../src/content/sections/publication-section.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import type { Section } from '../../../src/content/sections/section.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { findOldSiteParts } from '../../helpers/old-sites/old-site-folders.ts';
import { describeSources } from '../../helpers/skip.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const now = Date.parse('2026-01-15T12:00Z');
const context = { language: 'en', timezone: 'UTC', hasZSetting: true, now };
const siteYaml = { 'content/site.yaml': 'name: Ada Example\ntimezone: Europe/Paris\n' };

function listProblems(keys: Record<string, unknown>, body = '', path = 'posts/a.md') {
  const folder = createAuthorFolder({
    [`content/${path}`]: talkFile({ title: 'T', ...keys }, body),
  });
  const section = path.startsWith('posts') ? postSection : projectSection;
  const { problems } = readPages(section, folder, createAddresses('/'), context);
  return problems.map(({ line, severity, code }) => `${line} ${severity} ${code}`);
}

it('ignores the date and the switches of an older theme in a page', async () => {
  const keys = {
    title: 'P',
    date: '2018-06-28',
    share: false,
    commentable: false,
    editable: false,
  };
  const header = { caption: '', image: '' };
  const folder = createAuthorFolder({
    'content/pages/privacy.md': talkFile({ ...keys, lastmod: '2019-01-01', header }),
  });
  expect((await checkSite(folder)).problems.filter(({ file }) => /pages/.test(file))).toEqual([]);
});

describe('the problems of a post', () => {
  it.each([
    ['nothing', { date: '2025-01-01', Math: true, TOC: true, highlight: false, diagram: true }, []],
    ['no date', {}, ['1 warning post/undated']],
    ['a future date', { date: '2027-01-01' }, ['3 note post/future-date']],
    ['a future date with publishDate', { date: '2027-01-01', publishDate: '2025-01-01' }, []],
    ['a missing file', { date: '2025-01-01', url_pdf: 'a.pdf' }, ['4 warning post/missing-file']],
    ['an unknown key', { date: '2025-01-01', dats: '' }, ['4 warning post/unknown-key']],
    [
      'an address of the list',
      { date: '2025-01-01', slug: '2' },
      ['4 error post/reserved-address'],
    ],
    ['a widget', { widget: 'pages' }, ['1 note post/skipped']],
    ['a landing page', { type: 'landing' }, ['1 note post/skipped']],
  ])('%s', (_, keys, expected) => {
    expect(listProblems(keys)).toEqual(expected);
  });
});

it('reads the weight of a project, with a warning if it is not a number', () => {
  expect(listProblems({ weight: 20 }, '', 'projects/a.md')).toEqual([]);
  expect(listProblems({ weight: 'heavy' }, '', 'projects/a.md')).toEqual([
    '3 warning project/weight',
  ]);
});

it.each([
  ['projects', projectSection],
  ['publications', publicationSection],
])('finds the image of older themes after that of newer ones: %s', (name, section) => {
  const findImage = (keys: Record<string, unknown>) => {
    const files = { 'public/img/a.jpg': '', 'public/img/b.jpg': '' };
    const file = talkFile({ title: 'T', ...keys });
    const folder = createAuthorFolder({ [`content/${name}/p.md`]: file, ...files });
    return readPages(section as Section, folder, createAddresses('/')).pages[0]?.image?.name;
  };
  expect(findImage({ image_preview: 'a.jpg' })).toBe('../../public/img/a.jpg');
  const header = { image: 'b.jpg' };
  expect(findImage({ image_preview: 'a.jpg', header })).toBe('../../public/img/b.jpg');
});

it('posts can refer to each other', async () => {
  const body =
    'See [one]({{< ref "/post/b.md" >}}), [two]({{< relref "c/index.md" >}}), [three]({{< ref "/talk/d" >}}).';
  const post = (text = '') => talkFile({ title: 'T', date: '2025-01-01' }, text);
  const folder = createAuthorFolder({
    ...siteYaml,
    'content/posts/a.md': post(body),
    'content/posts/b.md': post(),
    'content/posts/c/index.md': post(),
  });
  const { problems } = await checkSite(folder);
  expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'text/unknown-target ref refers to "/talk/d", but there is no page with this name, so the text is not linked',
  ]);
});

/** The folders of projects and posts in old sites. */
const folders = ['project', 'projects', 'post', 'blog'].map((name) => `content/${name}`);

/** The number of pages in each of these folders. */
const counts: Record<string, number> = {
  'academic2: content/project': 2,
  'academic2: content/post': 2,
  'academicpages: _posts': 2,
  'hugoblox: content/projects': 1,
  'hugoblox: content/blog': 1,
  'wowchemy: content/project': 1,
  'wowchemy: content/post': 1,
  'academic-2019: content/project': 3,
  'academic-2019: content/post': 4,
  'academicpages-2022: _posts': 4,
  'hugoblox-2024: content/projects': 1,
  'hugoblox-2024: content/blog': 5,
  'wowchemy-2022: content/post': 0,
};

describeSources(
  findOldSiteParts([...folders, '_posts']),
  ({ site, folder: from, path }, source) => {
    it('its pages are read', async () => {
      const to = /project/.test(path) ? 'projects' : 'posts';
      const files = {
        ...readFiles(join(site.folder, 'static'), 'public/'),
        ...readFiles(from, `content/${to}/`),
      };
      const folder = createAuthorFolder({ ...siteYaml, ...files });
      const section = to === 'posts' ? postSection : projectSection;
      const { pages } = readPages(section, folder, createAddresses('/'), context);
      const expected = Object.keys(files).filter((name) =>
        /^content\/(.*\/)?[^_/][^/]*\.(md|markdown)$/.test(name),
      );
      expect(pages).toHaveLength(counts[source] ?? NaN);
      expect(pages.map(({ file }) => file.name).toSorted()).toEqual(expected.toSorted());
      for (const { frontMatter, slug } of pages) {
        expect(frontMatter.title, slug).toBeTruthy();
        expect(frontMatter.date?.year, slug).toBeGreaterThan(2010);
      }
      const { problems } = await checkSite(folder);
      const shown = problems.filter(({ severity }) => severity !== 'note');
      const codes = [...new Set(shown.map(({ code }) => code.replace(/^(post|project)/, 'page')))];
      // The sections to which some pages link are not there.
      const expectedCodes = ['page/missing-file', 'text/diagram', 'text/unknown-shortcode'];
      expect([...expectedCodes, 'text/unknown-address']).toEqual(expect.arrayContaining(codes));
    });
  },
);

/** Reads the files of a folder. Images, whose copies are empty, are replaced by one pixel. */
function readFiles(from: string, to: string): Record<string, string | Buffer> {
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
  if (!existsSync(from)) return {};
  const names = readdirSync(from, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = to + path.slice(from.length + 1).replaceAll('\\', '/');
      const isImage = /\.(png|jpe?g)$/.test(name);
      return [name, isImage ? Buffer.from(pixel, 'base64') : readFileSync(path)];
    }),
  );
}
