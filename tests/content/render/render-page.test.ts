import { describe, expect, it } from 'vitest';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { renderPage } from '../../../src/content/render/render-page.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { listFormulas } from '../../helpers/read/html.ts';
import { makeImage } from '../../helpers/make/images.ts';
import { lineOf, talkFile } from '../../helpers/make/talk-file.ts';

async function render(keys: Record<string, unknown>, body = '', name = 'nyu/index.md') {
  const text = talkFile({ title: 'T', date: '2021-09-22', ...keys }, body);
  const folder = createAuthorFolder({
    [`content/talks/${name}`]: text,
    'content/talks/nyu/a.png': await makeImage('png'),
    'content/talks/nyu/data.csv': '',
    'public/images/a.png': await makeImage('png'),
  });
  const [talk] = readPages(talkSection, folder, createAddresses('/')).pages;
  return { ...(await renderPage(talkSection, talk!, await createTextRenderer('/'))), text };
}

describe('renderPage', () => {
  it('renders each text by its kind: titles, single lines, and the abstract as paragraphs', async () => {
    const { texts } = await render({
      title: '1. *A* $x^2$',
      event: '*B*',
      location: '**C**',
      summary: '# D',
      abstract: 'One\n\n- two',
      image: { caption: '[E](https://example.org)' },
    });
    expect(texts['title']?.text).toBe('1. A x²');
    expect(texts['deliveries.0.event']?.html).toBe('<em>B</em>');
    expect(texts['deliveries.0.venue']?.html).toBe('<strong>C</strong>');
    expect(texts['summary']).toEqual({ html: '# D', text: '# D' });
    expect(texts['abstract']?.html.replaceAll('\n', '')).toBe('<p>One</p><ul><li>two</li></ul>');
    expect(texts['abstract']?.text).toBe('One\n\ntwo');
    expect(texts['caption']?.text).toBe('E');
  });

  it('shows an image in a summary, and reports a missing one', async () => {
    const summary = 'Short<br/><img src="/images/a.png"> and <img src="/images/gone.png">';
    const { texts, findings } = await render({ summary });
    expect(texts['summary']?.html).toContain('<img src="/images/a.png" alt="">');
    expect(texts['summary']?.html).not.toContain('gone.png');
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['text/missing-file', ['summary']],
    ]);
  });

  it('detects whether there is a body and whether there are formulas', async () => {
    expect(await render({})).toMatchObject({ hasBody: false, hasMath: false });
    expect(await render({ title: 'On $x$' })).toMatchObject({ hasBody: false, hasMath: true });
    expect(await render({}, 'Costs $5')).toMatchObject({ hasBody: true, hasMath: false });
    expect(await render({ title: '$x$', math: false }, '$y$')).toMatchObject({ hasMath: false });
    expect(await render({ math: true }, 'In $y$')).toMatchObject({ hasBody: true, hasMath: true });
  });

  it('does not take text about KaTeX for a formula', async () => {
    const words = '[KaTeX](https://katex.org) writes `class="katex"`';
    expect(await render({ summary: words, abstract: words }, words)).toMatchObject({
      hasMath: false,
    });
    expect(await render({ abstract: 'In\n\n$$x$$' })).toMatchObject({ hasMath: true });
    expect(await render({}, 'Bad $\\frac{$')).toMatchObject({ hasMath: true });
  });

  it('detects a video in the body or the abstract', async () => {
    const video = '{{< vimeo 12 >}}';
    expect(await render({}, 'Words')).toMatchObject({ hasPlayer: false });
    expect(await render({}, video)).toMatchObject({ hasPlayer: true });
    expect(await render({ abstract: video })).toMatchObject({ hasPlayer: true });
  });

  it('typesets formulas unless the key math is false', async () => {
    const { body } = await render({}, '$x$');
    expect(listFormulas(body?.html ?? '')).toEqual(['x']);
    const off = await render({ math: false, abstract: '$y$' }, '$x$');
    expect([listFormulas(off.body?.html ?? ''), off.texts['abstract']?.text]).toEqual([[], '$y$']);
  });

  it('records the files and images that a text refers to', async () => {
    const { lookedUp } = await render({}, '![A](a.png) ![B](gone.png)');
    expect([...lookedUp.files]).toEqual([
      ['a.png', { place: 'bundle', path: 'a.png' }],
      ['gone.png', undefined],
    ]);
    expect([...lookedUp.images.keys()]).toEqual(['a.png']);
    expect(lookedUp.images.get('a.png')).toMatch(/^[\d.]+ \d+$/);
  });

  it('lists images for Astro and other files for publishing', async () => {
    const { body, usedFiles } = await render({}, '![A](a.png) and [data](data.csv)');
    expect([body?.imagePaths, usedFiles]).toEqual([['a.png'], ['data.csv']]);
  });

  it('reports problems of the body at their positions in the file', async () => {
    const { findings, text } = await render({}, 'Fine\n\nBad $\\frac{$ and ![x](gone.png)');
    const line = lineOf(text, 'Bad');
    expect(findings.map(({ code, position }) => [code, position])).toEqual(
      expect.arrayContaining([
        ['text/formula', { line, column: 5 }],
        ['text/missing-file', { line, column: 18 }],
      ]),
    );
    expect(findings).toHaveLength(2);
  });

  it('reports files outside the site in texts, and marks their places', async () => {
    const paths = '[x](../../../../x.pdf) <img src="../../../../%2e%2e/y.png"> [z](../../../z.pdf)';
    const { findings, body } = await render({}, paths);
    expect(findings.map(({ code }) => code)).toEqual([
      ...['text/outside-site', 'text/outside-site', 'text/missing-file'],
    ]);
    expect(findings[0]?.message).toBe(
      '"../../../../x.pdf" leaves the folder of the site, so it is not linked',
    );
    expect(body?.html).toContain('<span data-problem="text/outside-site">x</span>');
  });

  it.each([
    ['title', { title: '$\\frac{$' }, ['title']],
    ['abstract', { abstract: 'a\n\n$\\frac{$' }, ['abstract']],
    ['venue of academicpages', { venue: '$\\frac{$' }, ['venue']],
    ['caption', { image: { caption: '$\\frac{$' } }, ['image', 'caption']],
  ])('reports problems of a text at its key: %s', async (_, keys, path) => {
    const { findings } = await render(keys);
    expect(findings).toMatchObject([{ code: 'text/formula', path }]);
  });

  it('does not render the body of MDX', async () => {
    const { body, hasBody } = await render({}, 'Text', 'nyu/index.mdx');
    expect([body, hasBody]).toEqual([undefined, true]);
  });

  it.each([
    ['too long', 'Some words.\n\n'.repeat(50_000)],
    ['too deeply nested', `${'>'.repeat(300)} a`],
  ])('reports an error for a text in MDX that is %s', async (_, text) => {
    const { findings } = await render({}, text, 'nyu/index.mdx');
    expect(findings).toMatchObject([
      { code: 'file/mdx-syntax', result: 'so the page cannot be made' },
    ]);
    const [warning] = (await render({}, text)).findings;
    expect(warning?.code).toMatch(/^text\/(?:too-long|unreadable)$/);
  });
});
