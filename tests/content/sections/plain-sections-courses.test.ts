import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { courseSection } from '../../../src/content/sections/plain-sections.ts';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { listAttachments } from '../../../src/content/sections/parsed-page.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { compareText } from '../../../src/model/page/lists.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { findOldSiteParts } from '../../helpers/old-sites/old-site-folders.ts';
import { describeSources } from '../../helpers/skip.ts';

function read(files: Record<string, string | Buffer>) {
  const { pages, problems } = readPages(
    courseSection,
    createAuthorFolder(files),
    createAddresses('/'),
  );
  return {
    pages,
    reported: problems.map(({ file, severity, code }) => `${file} ${severity} ${code}`),
  };
}

describe('files in content/teaching/', () => {
  it('are courses: folders with _index.md or index.md, and single files, but not the list page', () => {
    const { pages, reported } = read({
      'content/teaching/_index.md': '---\ntitle: Courses\n---\n\nI teach:\n',
      'content/teaching/knots/_index.md': '---\ntitle: Knots\ntype: book\n---\n',
      'content/teaching/links/index.md': '---\ntitle: Links\n---\n',
      'content/teaching/2016-braids.md': '---\ntitle: Braids\n---\n',
      'content/teaching/data.yaml': 'title: None\n',
    });
    expect(pages.map(({ slug }) => slug)).toEqual(['2016-braids', 'knots', 'links']);
    expect(reported).toEqual(['content/teaching/_index.md note course/skipped']);
  });

  it('may have chapters below them, which have addresses below that of the course', () => {
    const { pages, reported } = read({
      'content/teaching/knots/_index.md': '---\ntitle: Knots\nslug: knot-theory\n---\n',
      'content/teaching/knots/one.md': '---\ntitle: One\nslug: first\n---\n',
      'content/teaching/knots/two.html': '---\ntitle: Two\n---\n<p>Words.</p>\n',
      'content/teaching/knots/lecture_3.md': '# Third\n',
      'content/teaching/knots/untitled.md': '---\nweight: 4\n---\n# Fourth\n',
      'content/teaching/knots/guide/_index.md': '---\ntitle: Guide\n---\n',
      'content/teaching/knots/guide/two.md': '---\ntitle: Two\n---\n',
      'content/teaching/knots/guide/two.fr.md': '---\ntitle: Deux\n---\n',
      'content/teaching/knots/guide/_old.md': '---\ntitle: Old\n---\n',
      'content/teaching/knots/leaf/index.md': '---\ntitle: Leaf\n---\n![a](a.png)\n',
      'content/teaching/knots/leaf/part.md': '---\ntitle: Part\n---\n',
      'content/teaching/knots/leaf/a.png': '',
      'content/teaching/knots/sheet.pdf': '%PDF',
      'content/teaching/links/index.md': '---\ntitle: Links\n---\n',
      'content/teaching/links/part.md': '---\ntitle: Part\n---\n',
    });
    expect(pages.map(({ slug }) => slug).sort()).toEqual([
      'knot-theory',
      ...['first', 'guide', 'guide/two', 'leaf', 'two', 'untitled'].map(
        (one) => `knot-theory/${one}`,
      ),
      'links',
    ]);
    expect(reported).toEqual([
      'content/teaching/knots/guide/_old.md note course/skipped',
      'content/teaching/knots/guide/two.fr.md note course/skipped',
      'content/teaching/knots/leaf/part.md note course/skipped',
      'content/teaching/knots/lecture_3.md error front-matter/missing',
    ]);
    const untitled = pages.find(({ slug }) => slug.endsWith('untitled'));
    expect(untitled?.frontMatter.title).toBe('Fourth');
    const leaf = pages.find(({ slug }) => slug.endsWith('leaf'));
    expect(leaf?.locate('a.png')).toMatchObject({ place: 'bundle', path: 'a.png' });
    expect(leaf && listAttachments(leaf, ['a.png'])).toEqual([]);
  });

  it('have a warning if the syllabus is missing', () => {
    const text = '---\ntitle: Knots\nurl_syllabus: gone.pdf\n---\n';
    expect(read({ 'content/teaching/knots.md': text }).reported).toEqual([
      'content/teaching/knots.md warning course/missing-file',
    ]);
  });
});

describeSources(findOldSiteParts(['content/courses', '_teaching']), ({ folder, path: from }) => {
  it('its courses are read, and every other text is reported', async () => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const texts = names.filter((name) => name.endsWith('.md'));
    const files = Object.fromEntries(
      texts.map((name) => [`content/teaching/${name}`, readFileSync(join(folder, name))]),
    );
    const { pages } = read(files);
    expect(pages.length).toBeGreaterThan(0);
    const depth = from === '_teaching' ? 1 : 2;
    // A course in a folder, and the chapters below it.
    const isCourse = (name: string) => name.split('/').length >= depth;
    expect(pages.map(({ file }) => file.name)).toEqual(
      texts
        .filter(isCourse)
        .map((name) => `content/teaching/${name}`)
        .sort(compareText),
    );
    const settings = { 'content/site.yaml': 'name: Ada Example\n' };
    const { problems } = await checkSite(createAuthorFolder({ ...settings, ...files }));
    const isReported = (name: string) =>
      isCourse(name) || problems.some(({ file }) => file === `content/teaching/${name}`);
    expect(texts.filter((name) => !isReported(name))).toEqual([]);
    const codes = problems.filter(({ severity }) => severity !== 'note').map(({ code }) => code);
    expect(['text/unknown-shortcode', 'text/missing-file']).toEqual(expect.arrayContaining(codes));
  });
});
