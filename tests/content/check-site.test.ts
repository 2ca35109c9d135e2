import { describe, expect, it, vi } from 'vitest';
import { checkSite } from '../../src/content/validate/check-site.ts';
import type { Problem } from '../../src/content/parse/problem.ts';
import { createProblemReport } from '../../src/content/validate/problem-report.ts';
import { readAbout } from '../../src/content/site/read-about.ts';
import { readSite } from '../../src/content/site/read-site.ts';
import { sortProblems } from '../../src/content/validate/format-report.ts';
import { createTextRenderer } from '../../src/markdown/render/text-renderer.ts';
import { authorFolder } from '../helpers/author-folder.ts';
import { makePicture } from '../helpers/pictures.ts';
import { makePdf } from '../helpers/pdf.ts';

const site = 'name: Ada\n';

async function check(files: Record<string, string | Buffer>) {
  const { problems, talks } = await checkSite(authorFolder(files));
  const said = sortProblems(problems).map(
    ({ file, line, column, severity, code }) => `${file}:${line}:${column} ${severity} ${code}`,
  );
  return { said, talks };
}

describe('checkSite', () => {
  it('has nothing to say of a site in order', async () => {
    const files = {
      'content/site.yaml': site,
      'content/talks/a.md': '---\ntitle: A\ndate: 2021-09-22\nurl_slides: a.pdf\n---\nIn $x$.\n',
      'public/a.pdf': makePdf(),
    };
    expect(await check(files)).toEqual({ said: [], talks: 1 });
  });

  it('names the kind of page in the code of a file that does not open', async () => {
    const page = '---\ntitle: A\ndate: 2021-09-22\nurl_pdf: a.pdf\n---\nText.\n';
    const files = Object.fromEntries(
      ['posts', 'publications', 'talks'].flatMap((folder) => [
        [`content/${folder}/a/index.md`, page],
        [`content/${folder}/a/a.pdf`, Buffer.from('no PDF')],
        [`content/${folder}/a/featured.png`, Buffer.from('89504e470d0a1a0a', 'hex')],
      ]),
    );
    const { said } = await check({ 'content/site.yaml': site, ...files });
    expect(said.map((one) => one.split(' ')[2]).toSorted()).toEqual([
      'post/unreadable-pdf',
      'post/unreadable-picture',
      'publication/unreadable-pdf',
      'publication/unreadable-picture',
      'talk/unreadable-pdf',
      'talk/unreadable-picture',
    ]);
  });

  it('reports everything at once, each at its place', async () => {
    const files = {
      'content/site.yaml': 'name: Ada\nnavigation:\n- name: Talks\n  url: talks\n',
      'content/about.md': '---\nportrait: me.png\n---\n\nSee [this](gone.pdf).\n',
      'content/talks/a.md': '---\ntitle: A\n---\n',
      'content/talks/b/index.md':
        '---\ntitle: B\ndate: 2021-09-22\nurl_slides: gone.pdf\n---\n\nText\n\nBad $\\frac{$\n',
      'content/talks/c.md': '---\ntitle: "C\ndate: 2021-09-22\n---\n',
      'content/talks/d.md':
        '---\ntitle: D\ndate: 2021-22-09\nlinks:\n- name: X\n  url: javascript:x\n' +
        'abstract: Bad $\\frac{$\nurl_slides: gone.pdf\n---\n\nBad $\\frac{$\n',
      'content/talks/sub/B.md': '---\ntitle: B\nslug: b\ndate: 2021-09-22\nlocaton: x\n---\n',
    };
    expect(await check(files)).toEqual({
      said: [
        'content/about.md:2:11 warning about/missing-file',
        'content/about.md:5:5 warning text/missing-file',
        'content/site.yaml:4:8 error site/navigation',
        'content/talks/a.md:1:1 error talk/date-missing',
        'content/talks/b/index.md:1:1 error talk/duplicate-address',
        'content/talks/b/index.md:4:13 warning talk/missing-file',
        'content/talks/b/index.md:9:5 error text/formula',
        expect.stringMatching(/^content\/talks\/c\.md:\d+:\d+ error front-matter\//),
        'content/talks/d.md:3:7 error talk/date-unreadable',
        'content/talks/d.md:6:8 error talk/unsafe-link',
        'content/talks/d.md:7:11 error text/formula',
        'content/talks/d.md:8:13 warning talk/missing-file',
        'content/talks/d.md:11:5 error text/formula',
        'content/talks/sub/B.md:3:7 error talk/duplicate-address',
        'content/talks/sub/B.md:5:1 warning talk/unknown-key',
      ],
      talks: 2,
    });
  });

  it('takes nothing that is wrong for something that is missing', async () => {
    const files = {
      'content/site.yaml': site,
      'content/posts/a.md': '---\ntitle: A\ndate: 2021-22-09\n---\n',
      'content/authors/b.yaml': 'name: [B]\nbio: $\\frac{$\n',
      'content/cv.yaml': 'work:\n- name: U\n  startDate: soon\n  summary: $\\frac{$\n',
    };
    expect((await check(files)).said).toEqual([
      expect.stringMatching(/b.yaml:1:7 error/),
      'content/authors/b.yaml:2:6 error text/formula',
      expect.stringMatching(/cv.yaml:3:14 error cv\//),
      'content/cv.yaml:4:12 error text/formula',
      'content/posts/a.md:3:7 error post/date-unreadable',
    ]);
  });

  it('says so when there is no site.yaml', async () => {
    expect((await check({})).said).toEqual(['content/site.yaml:1:1 error site/missing-file']);
  });
});

describe('readSite', () => {
  it('lets the environment override the address', () => {
    const folder = authorFolder({
      'content/site.yaml': `${site}url: https://a.example\nbase: /a\n`,
    });
    expect(readSite(folder, {}).settings).toMatchObject({ url: 'https://a.example', base: '/a' });
    const env = { SITE_URL: 'https://b.example/', BASE_PATH: 'b/' };
    expect(readSite(folder, env).settings).toMatchObject({ url: 'https://b.example', base: '/b' });
  });

  it('goes on with defaults where the file cannot be read', () => {
    const { settings, problems } = readSite(
      authorFolder({ 'content/site.yaml': 'name: "A\n' }),
      {},
    );
    expect(settings).toMatchObject({ base: '/', language: 'en-GB', timezone: 'UTC' });
    expect(problems).toMatchObject([{ file: 'content/site.yaml', severity: 'error' }]);
  });
});

describe('readAbout', () => {
  const read = async (files: Record<string, string | Buffer>) =>
    readAbout(authorFolder(files), await createTextRenderer('/'));

  it('takes a biography with front matter, without it, or none', async () => {
    const fenced = await read({ 'content/about.md': '---\ntitle: Me\n---\nI *am*.\n' });
    expect(fenced.about?.frontMatter).toEqual({ title: 'Me' });
    expect(fenced.about?.body.html).toBe('<p>I <em>am</em>.</p>');
    const bare = await read({ 'content/about.md': 'I am.\n' });
    expect([bare.about?.body.html, bare.problems]).toEqual(['<p>I am.</p>', []]);
    expect(await read({})).toEqual({ problems: [] });
  });

  it('does not take a rule in the text for front matter', async () => {
    const { about, problems } = await read({ 'content/about.md': 'I am.\n\n---\n\nI was.\n' });
    expect(problems).toEqual([]);
    expect(about?.body.html).toContain('I was.');
  });

  it('counts lines from the top of the file, with front matter or without', async () => {
    const { problems } = await read({ 'content/about.md': 'I am.\n\nSee [it](gone.pdf).\n' });
    expect(problems).toMatchObject([{ line: 3, column: 5, code: 'text/missing-file' }]);
  });

  it('keeps a portrait that is there', async () => {
    const about = '---\nportrait: me.png\n---\n';
    const there = await read({
      'content/about.md': about,
      'content/me.png': await makePicture('png'),
    });
    expect([there.about?.frontMatter.portrait, there.problems]).toEqual(['me.png', []]);
    const gone = await read({ 'content/about.md': about });
    expect(gone.about?.frontMatter.portrait).toBeUndefined();
    expect(gone.problems).toMatchObject([{ code: 'about/missing-file', line: 2, column: 11 }]);
  });
});

describe('createProblemReport', () => {
  const problem = (severity: Problem['severity'], code: Problem['code']): Problem => ({
    ...{ file: 'a.md', line: 1, column: 1, message: 'm', remedy: 'R.' },
    severity,
    code,
  });

  function listen() {
    const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    return { text: () => printed.mock.calls.map(([text]) => String(text)).join(''), printed };
  }

  it('waits for all collections, prints once, and stops a build with an error', () => {
    const { text, printed } = listen();
    const report = createProblemReport(['talks', 'about']);
    report.publish('talks', [problem('error', 'talk/x')], false);
    expect(text()).toBe('');
    expect(() => report.publish('about', [problem('warning', 'about/y')], false)).toThrow(
      'The site was not built, because its content has one error.',
    );
    expect(text()).toContain('talk/x');
    expect(text()).toContain('about/y');
    printed.mockRestore();
  });

  it('goes on with warnings, and with errors in dev, which are printed once and then fixed', () => {
    const { text, printed } = listen();
    const report = createProblemReport(['talks']);
    report.publish('talks', [problem('warning', 'talk/w')], false);
    report.publish('talks', [problem('error', 'talk/e')], true);
    report.publish('talks', [problem('error', 'talk/e')], true);
    expect(text().split('talk/e')).toHaveLength(2);
    report.publish('talks', [], true);
    expect(text()).toContain('All problems are fixed.');
    printed.mockRestore();
  });
});
