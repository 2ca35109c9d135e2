import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { courseSection } from '../../../src/content/sections/plain-sections.ts';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
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

  it('may have chapters below them, each of which is reported', () => {
    const { pages, reported } = read({
      'content/teaching/knots/_index.md': '---\ntitle: Knots\n---\n',
      'content/teaching/knots/one.md': '---\ntitle: One\n---\n',
      'content/teaching/knots/guide/_index.md': '---\ntitle: Guide\n---\n',
      'content/teaching/knots/guide/two.md': '---\ntitle: Two\n---\n',
      'content/teaching/knots/sheet.pdf': '%PDF',
    });
    expect(pages.map(({ slug }) => slug)).toEqual(['knots']);
    expect(reported).toEqual([
      'content/teaching/knots/guide/_index.md note course/skipped',
      'content/teaching/knots/guide/two.md note course/skipped',
      'content/teaching/knots/one.md note course/skipped',
    ]);
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
    const isCourse = (name: string) =>
      name.split('/').length === depth && (depth === 1 || name.endsWith('_index.md'));
    expect(pages.map(({ file }) => file.name)).toEqual(
      texts
        .filter(isCourse)
        .map((name) => `content/teaching/${name}`)
        .sort(),
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
