import { describe, expect, it } from 'vitest';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { personSection } from '../../../src/content/sections/person-section.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { sortProblems } from '../../../src/content/validate/format-report.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { makeImage } from '../../helpers/make/images.ts';

function read(files: Record<string, string | Buffer>) {
  const { pages, problems } = readPages(
    personSection,
    createAuthorFolder(files),
    createAddresses('/'),
  );
  return {
    pages,
    reported: problems.map(({ file, severity, code }) => `${file} ${severity} ${code}`),
  };
}

async function check(files: Record<string, string | Buffer>) {
  const site = { 'content/site.yaml': 'name: Ada Example\nrole: Reader\n' };
  const { problems } = await checkSite(createAuthorFolder({ ...site, ...files }));
  return sortProblems(problems).map(
    ({ file, line, column, severity, code }) =>
      `${file.replace('content/authors/', '')}:${line}:${column} ${severity} ${code}`,
  );
}

describe('files in content/authors/', () => {
  it('are people: folders, single files and YAML files, but not the list page', () => {
    const { pages, reported } = read({
      'content/authors/_index.md': '---\ntitle: Authors\ncascade:\n  build: {}\n---\n',
      'content/authors/ada/_index.md': '---\ntitle: Ada\n---\n',
      'content/authors/bo/index.md': '---\nname: Bo\n---\n',
      'content/authors/cy/_index.fr.md': '---\ntitle: Cy\n---\n',
      'content/authors/di.md': '+++\ntitle = "Di"\n+++\n',
      'content/authors/ed.yaml': 'name:\n  display: Ed\n',
      'content/authors/_draft.yaml': 'name: Nobody\n',
    });
    expect(pages.map(({ slug }) => slug).sort()).toEqual(['ada', 'bo', 'cy', 'di', 'ed']);
    expect(reported).toEqual(['content/authors/_index.md note person/skipped']);
  });

  it('are one person if a YAML file and a Markdown file have the same name', () => {
    const { pages, reported } = read({
      'content/authors/me/_index.md': '---\ntitle: Old\nrole: Reader\n---\n\nA text.\n',
      'content/authors/me/avatar.png': '',
      'content/authors/me.yaml': 'name:\n  display: New\ntitle: New\n',
    });
    expect(reported).toEqual([]);
    const [page] = pages;
    expect(pages).toHaveLength(1);
    expect(page?.frontMatter).toMatchObject({ title: 'New', role: 'Reader' });
    expect([page?.parsed.body.trim(), page?.image?.name]).toEqual(['A text.', 'avatar.png']);
  });

  it.each([
    ['avatar.jpg in its folder', 'ada/_index.md', 'content/authors/ada/avatar.jpg', 'avatar.jpg'],
    [
      'an image with avatar in its name',
      'ada/_index.md',
      'content/authors/ada/my-avatar.png',
      'my-avatar.png',
    ],
    ['featured', 'ada/_index.md', 'content/authors/ada/featured.png', 'featured.png'],
    ['its name beside it', 'ada.yaml', 'content/authors/ada.png', 'ada.png'],
    ['its folder beside it', 'ada.yaml', 'content/authors/ada/avatar.png', 'ada/avatar.png'],
    ['media', 'ada.yaml', 'public/media/authors/ada.jpg', '../../public/media/authors/ada.jpg'],
  ])('have an image: %s', (_, file, image, name) => {
    const text = file.endsWith('yaml') ? 'title: Ada\n' : '---\ntitle: Ada\n---\n';
    const { pages, reported } = read({ [`content/authors/${file}`]: text, [image]: '' });
    expect([pages[0]?.image?.name, reported]).toEqual([name, []]);
  });

  it('may name an image in the folder or in public/, with a warning if it is missing', () => {
    const file = 'content/authors/ada/_index.md';
    const text = '---\ntitle: Ada\navatar_filename: me.png\n---\n';
    const other = { [file]: text, 'content/authors/ada/avatar.png': '' };
    const named = read({ ...other, 'content/authors/ada/me.png': '' });
    expect(named.pages[0]?.image?.name).toBe('me.png');
    expect(read({ ...other, 'public/media/me.png': '' }).pages[0]?.image?.name).toMatch(/media/);
    expect(read(other).reported).toEqual([`${file} warning person/missing-file`]);
  });
});

describe('a problem of a person', () => {
  it('has its position in the file that contains it', async () => {
    const contacts =
      'social:\n- icon: envelope\n  link:\n- icon: nosuch\n  link: https://a.example\n' +
      '- icon: envelope\n  link: "#contact"\n- link: javascript:x\n- link: cv.pdf\n';
    expect(
      await check({
        'content/authors/a/_index.md': '---\nrole: R\nrol: x\n---\n\nBad $\\frac{$\n',
        'content/authors/b.yaml': `title: B\n${contacts}`,
        'content/authors/c.yaml':
          'title: C\nskills: [x]\nwork: []\neducation:\n  courses:\n  - course: PhD\n    yaer: 1\n  - course: $\\no$\n',
        'content/authors/d/_index.md': '---\ntitle: D\n---\n\n[x](gone.pdf)\n',
        'content/authors/d.yaml': 'name: D\nbio: $\\no$\n',
        'content/authors/e.yaml': 'title: "E\n',
      }),
    ).toEqual([
      'a/_index.md:1:1 error person/name-missing',
      'a/_index.md:3:1 warning person/unknown-key',
      'a/_index.md:6:5 warning text/formula',
      'b.yaml:3:3 warning person/link-without-url',
      'b.yaml:5:9 warning person/unknown-icon',
      'b.yaml:8:9 warning person/old-home-link',
      'b.yaml:9:9 warning person/unsafe-link',
      'b.yaml:10:9 warning person/missing-file',
      'c.yaml:2:1 warning person/not-shown',
      'c.yaml:7:5 warning person/unknown-key',
      'c.yaml:8:13 warning text/formula',
      'd.yaml:2:6 warning text/formula',
      'd/_index.md:5:1 warning text/missing-file',
      expect.stringMatching(/^e\.yaml:\d:\d+ error front-matter\//),
    ]);
  });

  it('includes problems of links that are not unsafe', async () => {
    const links = '- icon: nosuch\n  link: https://a.example\n- link: /#contact\n- link: cv.pdf\n';
    expect(await check({ 'content/authors/b.yaml': `title: B\nsocial:\n${links}` })).toEqual([
      'b.yaml:3:9 warning person/unknown-icon',
      'b.yaml:5:9 warning person/old-home-link',
      'b.yaml:6:9 warning person/missing-file',
    ]);
  });

  it('includes parts of the owner that the home page takes from other files', async () => {
    const owner = {
      'content/authors/me/_index.md': '---\ntitle: Ada Example\nrole: Dean\n---\n\nI am.\n',
      'content/authors/me/avatar.png': await makeImage('png'),
    };
    const role = 'me/_index.md:3:7 warning person/not-shown';
    expect(await check(owner)).toEqual([role]);
    expect(await check({ ...owner, 'content/about.md': 'I am.\n' })).toEqual([
      'me/_index.md:1:1 warning person/not-shown',
      role,
      'me/_index.md:6:1 warning person/not-shown',
    ]);
  });

  it('does not include parts of a CV if there is a cv.yaml', async () => {
    const owner = { 'content/authors/me.yaml': 'title: Ada Example\nskills: [braids]\n' };
    expect(await check(owner)).toEqual(['me.yaml:2:1 warning person/not-shown']);
    expect(await check({ ...owner, 'content/cv.yaml': 'skills: [{ name: Braids }]\n' })).toEqual(
      [],
    );
  });

  it('includes two people with the same name, and two owners', async () => {
    expect(
      await check({
        'content/authors/me.yaml': 'title: Ada Example\nsuperuser: true\n',
        'content/authors/bo.yaml': 'title: Bo\nsuperuser: true\n',
        'content/authors/b.yaml': 'title: B\nnicknames: [BO]\n',
      }),
    ).toEqual([
      'b.yaml:1:8 warning person/same-name',
      'bo.yaml:1:8 warning person/same-name',
      'bo.yaml:2:12 warning person/second-owner',
    ]);
  });
});
