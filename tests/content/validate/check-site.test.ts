import { describe, expect, it } from 'vitest';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { sortProblems } from '../../../src/content/validate/format-report.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { makePdf } from '../../helpers/make/pdf.ts';

const site = 'name: Ada\n';

async function check(files: Record<string, string | Buffer>) {
  const { problems, talks } = await checkSite(createAuthorFolder(files));
  const reported = sortProblems(problems).map(
    ({ file, line, column, severity, code }) => `${file}:${line}:${column} ${severity} ${code}`,
  );
  return { reported, talks };
}

describe('checkSite', () => {
  it('reports nothing for a valid site', async () => {
    const files = {
      'content/site.yaml': site,
      'content/talks/a.md': '---\ntitle: A\ndate: 2021-09-22\nurl_slides: a.pdf\n---\nIn $x$.\n',
      'public/a.pdf': makePdf(),
    };
    expect(await check(files)).toEqual({ reported: [], talks: 1 });
  });

  it('has the kind of page in the code of a file that does not open', async () => {
    const page = '---\ntitle: A\ndate: 2021-09-22\nurl_pdf: a.pdf\n---\nText.\n';
    const files = Object.fromEntries(
      ['posts', 'publications', 'talks'].flatMap((folder) => [
        [`content/${folder}/a/index.md`, page],
        [`content/${folder}/a/a.pdf`, Buffer.from('no PDF')],
        [`content/${folder}/a/featured.png`, Buffer.from('89504e470d0a1a0a', 'hex')],
      ]),
    );
    const { reported } = await check({ 'content/site.yaml': site, ...files });
    expect(reported.map((one) => one.split(' ')[2]).toSorted()).toEqual([
      'post/unreadable-pdf',
      'post/unreadable-picture',
      'publication/unreadable-pdf',
      'publication/unreadable-picture',
      'talk/unreadable-pdf',
      'talk/unreadable-picture',
    ]);
  });

  it('reports all problems at once, each at its position', async () => {
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
      reported: [
        'content/about.md:2:11 warning about/missing-file',
        'content/about.md:5:5 warning text/missing-file',
        'content/site.yaml:4:8 warning site/navigation',
        'content/talks/a.md:1:1 error talk/date-missing',
        'content/talks/b/index.md:1:1 error talk/duplicate-address',
        'content/talks/b/index.md:4:13 warning talk/missing-file',
        'content/talks/b/index.md:9:5 warning text/formula',
        expect.stringMatching(/^content\/talks\/c\.md:\d+:\d+ error front-matter\//),
        'content/talks/d.md:3:7 error talk/date-unreadable',
        'content/talks/d.md:6:8 warning talk/unsafe-link',
        'content/talks/d.md:7:11 warning text/formula',
        'content/talks/d.md:8:13 warning talk/missing-file',
        'content/talks/d.md:11:5 warning text/formula',
        'content/talks/sub/B.md:3:7 error talk/duplicate-address',
        'content/talks/sub/B.md:5:1 warning talk/unknown-key',
      ],
      talks: 2,
    });
  });

  it('does not report invalid values as missing', async () => {
    const files = {
      'content/site.yaml': site,
      'content/posts/a.md': '---\ntitle: A\ndate: 2021-22-09\n---\n',
      'content/authors/b.yaml': 'name: [B]\nbio: $\\frac{$\n',
      'content/cv.yaml': 'work:\n- name: U\n  startDate: soon\n  summary: $\\frac{$\n',
    };
    expect((await check(files)).reported).toEqual([
      expect.stringMatching(/b.yaml:1:7 error/),
      'content/authors/b.yaml:2:6 warning text/formula',
      expect.stringMatching(/cv.yaml:3:14 warning cv\//),
      'content/cv.yaml:4:12 warning text/formula',
      'content/posts/a.md:3:7 warning post/date-unreadable',
    ]);
  });

  it('reports a missing site.yaml', async () => {
    expect((await check({})).reported).toEqual(['content/site.yaml:1:1 error site/missing-file']);
  });
});
