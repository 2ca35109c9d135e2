import { describe, expect, it } from 'vitest';
import type { NamedFile } from '../../../src/markdown/source/markdown-context.ts';
import { renderPlainText } from '../../../src/markdown/render/plain-text.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import {
  getAttribute,
  getText,
  listDisplayFormulas,
  listFormulas,
  parseText,
} from '../../helpers/read/html.ts';

const renderer = await createTextRenderer('/sub', 'https://ada.example.ac');
const bundle = ['beside.pdf', 'pictures/a.png'];
const published = ['files/paper.pdf', 'b.png', 'b.mp4', 'talk.mp4'];

function findFile(source: string): NamedFile | undefined {
  if (bundle.includes(source)) return { place: 'bundle', path: source };
  const path = source.replace(/^\//, '');
  return published.includes(path) ? { place: 'public', path } : undefined;
}

/** Renders a text as a page; `said` has its findings as `line:column code`. */
async function render(text: string, { math = true } = {}) {
  const fileURL = new URL('file:///talks/a/index.md');
  const rendered = await renderer.block(text, { math, fileURL, findFile });
  const said = rendered.findings.map(
    ({ position: { line, column }, code }) => `${line}:${column} ${code}`,
  );
  return { ...rendered, page: parseText(rendered.html), said };
}

const addresses = (page: ReturnType<typeof parseText>) =>
  page
    .all('[href], [src]')
    .map((element) => getAttribute(element, 'href') ?? getAttribute(element, 'src'));

describe('formulas', () => {
  it('are shown as their source with math: false', async () => {
    const { html, page } = await render('Costs $5$ or *$x_1$*\n\n$$\na\n$$', { math: false });
    expect(listFormulas(html)).toEqual([]);
    expect(getText(page.first('body')!)).toBe('Costs $5$ or $x_1$ $$ a $$');
    expect(page.all('em')).toHaveLength(1);
  });

  it.each([
    ['in a line', 'Text\n\nBad $\\frac{$ here', '3:5 text/formula'],
    ['at the start', '$\\nosuchmacro$', '1:1 text/formula'],
    ['on its own', 'Text\n\n$$\n\\left( x\n$$\n', '3:1 text/formula'],
    ['in a list', '- a\n- b $}$', '2:5 text/formula'],
    ['in a table', '| a |\n|---|\n| $^$ |', '3:3 text/formula'],
  ])('rejected by KaTeX are errors with a position: %s', async (_, text, expected) => {
    const { said, findings } = await render(text);
    expect(said).toEqual([expected]);
    expect(findings[0]?.code).toBe('text/formula');
    expect(findings[0]?.message).not.toMatch(/KaTeX|position/);
  });

  it('have MathML for screen readers, and no script', async () => {
    const { page } = await render('$x^2$');
    expect(page.all('math')).toHaveLength(1);
    expect(page.all('.katex-html[aria-hidden=true]')).toHaveLength(1);
    expect(page.all('script')).toEqual([]);
  });

  it('stay inline or displayed next to each other', async () => {
    const { html } = await render('So $a$ and\n\n$$\nb\n$$');
    expect([listFormulas(html), listDisplayFormulas(html)]).toEqual([['a', 'b'], ['b']]);
  });
});

describe('addresses', () => {
  it.each([
    ['/b.png 1x,/b.png 2x', '/sub/b.png 1x, /sub/b.png 2x'],
    ['pictures/a.png, /b.png 2x', 'pictures/a.png, /sub/b.png 2x'],
    ['gone.png 1x, b.png 2x', '/sub/b.png 2x'],
    ['gone.png 1x', undefined],
    ['data:image/jpeg;base64,/9j/4A== 1x', 'data:image/jpeg;base64,/9j/4A== 1x'],
  ])('in a srcset %s', async (srcset, expected) => {
    const { page } = await render(`<img src="/b.png" srcset="${srcset}" alt="">`);
    expect(page.first('img')?.properties['srcSet']).toBe(expected);
  });

  it('in the srcset of a source are reported if there is no such file', async () => {
    const text =
      '<picture><source srcset="gone.webp, /b.png 2x"><img src="/b.png" alt=""></picture>';
    const { page, said } = await render(text);
    expect(page.first('source')?.properties['srcSet']).toBe('/sub/b.png 2x');
    expect(said).toEqual(['1:10 text/missing-file']);
  });

  it.each([
    ['[x](/files/paper.pdf)', '/sub/files/paper.pdf'],
    ['[x](files/paper.pdf)', '/sub/files/paper.pdf'],
    ['[x](/talks/)', '/sub/talks/'],
    ['<a href="/files/paper.pdf">x</a>', '/sub/files/paper.pdf'],
    ['<img src="/b.png" alt="">', '/sub/b.png'],
    ['[x](#top)', '#top'],
    ['[x](../other/)', '../other/'],
    ['[x](beside.pdf)', 'beside.pdf'],
    ['[x](https://example.org/a.pdf)', 'https://example.org/a.pdf'],
    ['[x](//example.org/a.pdf)', '//example.org/a.pdf'],
    ['[x](mailto:ada@example.org)', 'mailto:ada@example.org'],
  ])('in %s', async (text, expected) => {
    const { page, said } = await render(text);
    expect([addresses(page), said]).toEqual([[expected], []]);
  });

  it('of bundle files are listed for publishing, and images for Astro', async () => {
    const { usedFiles, imagePaths } = await render(
      '[x](beside.pdf) ![a](pictures/a.png) [y](/files/paper.pdf) [z](gone.zip)',
    );
    expect({ usedFiles, imagePaths }).toEqual({
      usedFiles: ['beside.pdf'],
      imagePaths: ['pictures/a.png'],
    });
  });

  it.each([
    ['a link', 'See\n\nthe [*old* paper](gone.pdf).', 'See the old paper.', '3:5'],
    ['a picture', '![A curve](gone.png)', 'A curve', '1:1'],
    ['a link of HTML', 'See <a href="gone.pdf">it</a>.', 'See it.', '1:5'],
    ['an address without https', '[Ada](ada.example.org)', 'Ada', '1:1'],
  ])(
    'of a missing file are replaced with their text, with a warning: %s',
    async (_, text, words, place) => {
      const { page, said } = await render(text);
      expect(getText(page.first('body')!)).toBe(words);
      expect(addresses(page)).toEqual([]);
      expect(said).toEqual([`${place} text/missing-file`]);
      expect(page.all('[data-problem="text/missing-file"]')).toHaveLength(1);
    },
  );

  it('with a forbidden scheme are removed, and the words are marked', async () => {
    const { page, said } = await render('a [b](javascript:alert(1)) <a href="data:x">c</a>');
    expect(addresses(page)).toEqual([]);
    expect(said).toEqual(['1:3 text/unsafe-link', '1:28 text/unsafe-link']);
    const marks = page.all('[data-problem="text/unsafe-link"]');
    expect(marks.map((mark) => getText(mark))).toEqual(['b', 'c']);
    expect(page.all('a')).toEqual([]);
  });
});

it('recognizes addresses of the site itself', async () => {
  const own = 'http://www.ada.example.ac/sub';
  const { page, said } = await render(
    `[A](https://ada.example.ac/sub/files/paper.pdf) ![B](${own}/b.png) [C](${own}/gone.pdf) ` +
      '[D](https://ada.example.ac/elsewhere/) [E](https://other.ada.example.ac/sub/)\n',
  );
  expect(addresses(page)).toEqual([
    ...['/sub/files/paper.pdf', '/sub/b.png'],
    ...['https://ada.example.ac/elsewhere/', 'https://other.ada.example.ac/sub/'],
  ]);
  expect(said).toEqual([expect.stringContaining('text/missing-file')]);
});

describe('content from another site', () => {
  const remote = 'https://media.example.net/x';

  it.each([
    ['a picture', `![A curve](${remote}.png)`, 'A curve'],
    ['a picture of HTML', `<img src="${remote}.png">`, 'View on media.example.net'],
    ['a frame', `<iframe src="${remote}" title="Recording"></iframe>`, 'Recording'],
    ['a frame without a scheme', '<iframe src="//media.example.net/x"></iframe>', /^View on/],
    ['a video', `<video src="${remote}.mp4" controls></video>`, 'View on media.example.net'],
    ['a video with sources', `<video controls><source src="${remote}.mp4"></video>`, /^View on/],
    ['an object', `<object data="${remote}"></object>`, 'View on media.example.net'],
  ])('becomes a link: %s', async (_, text, words) => {
    const { page, said } = await render(`Text\n\n${text}`);
    const [link, ...more] = page.all('a');
    expect(more).toEqual([]);
    expect(getText(link!)).toMatch(words);
    expect(getAttribute(link!, 'href')).toContain('//media.example.net/x');
    expect(page.all('img, iframe, video, source, object')).toEqual([]);
    expect(said).toEqual(['3:1 text/remote-embed']);
  });

  it('becomes text inside an existing link', async () => {
    const { page, said } = await render(`[![A badge](${remote}.svg)](https://a.example/b)\n`);
    const [link, ...more] = page.all('a');
    expect(more).toEqual([]);
    expect(getText(link!)).toBe('A badge');
    expect(getAttribute(link!, 'href')).toBe('https://a.example/b');
    expect(said).toEqual(['1:2 text/remote-embed']);
  });

  it.each([
    ['a script', `<script src="${remote}.js"></script>`],
    ['a style sheet', `<link rel="stylesheet" href="${remote}.css">`],
    ['a poster', `<video src="/b.mp4" poster="${remote}.png"></video>`],
    ['one of several pictures', `<img src="/b.png" srcset="/c.png 1x, ${remote}.png 2x" alt="B">`],
    ['a background', `<p style="background: url('${remote}.png')">Words</p>`],
  ])('is removed: %s', async (_, text) => {
    const { html, said } = await render(`Text\n\n${text}\n`);
    expect(html).not.toContain('media.example.net');
    expect(said.map((one) => one.replace(/^\S+ /, ''))).toEqual(['text/remote-embed']);
  });

  it('does not include media of the site itself', async () => {
    const { page, said } = await render('<video src="/talk.mp4" poster="/b.png"></video>');
    expect([addresses(page), getAttribute(page.first('video')!, 'poster'), said]).toEqual([
      ['/sub/talk.mp4'],
      '/sub/b.png',
      [],
    ]);
  });
});

describe('the structure of a text', () => {
  it.each([
    ['# A\n### B\n## C\n#### D', 'h2 h3 h3 h4'],
    ['### A\n### B', 'h2 h2'],
    ['## A\n# B', 'h2 h2'],
    ['# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6', 'h2 h3 h4 h5 h6 h6'],
    ['<h1>A</h1>\n\nText\n\n## B', 'h2 h3'],
  ])('has headings below the title, without skipped levels: %j', async (text, expected) => {
    const { page } = await render(text);
    const found = page.all('h1, h2, h3, h4, h5, h6').map(({ tagName }) => tagName);
    expect(found.join(' ')).toBe(expected);
  });

  it('keeps HTML', async () => {
    const { page } = await render(
      '<details><summary>More</summary>\n\n*Words* and $x$\n\n</details>',
    );
    expect(getText(page.first('details > summary')!)).toBe('More');
    expect(page.all('details em')).toHaveLength(1);
    expect(page.all('details .katex')).toHaveLength(1);
  });
});

describe('renderPlainText', () => {
  it.each([
    ['*a* **b** `c` [d](e)', 'a b c d'],
    ['one\n\ntwo\nlines', 'one\n\ntwo lines'],
    ['- item $x^2$\n- two', 'item x²\n\ntwo'],
    ['# Head\n\nText', 'Head\n\nText'],
    ['![A curve](a.png)', 'A curve'],
    ['a <b>c</b>', 'a c'],
    ['In $\\mathbb{R}^n$:\n\n$$\na \\le b\n$$', 'In ℝⁿ:\n\na ≤ b'],
    ['$5 or $6', '$5 or $6'],
    ['', ''],
  ])('converts %j to plain text', (text, expected) => {
    expect(renderPlainText(text, { math: true })).toBe(expected);
  });

  it('keeps dollars with math: false', () => {
    expect(renderPlainText('Costs $x$', { math: false })).toBe('Costs $x$');
  });
});

describe('a link whose text is its address', () => {
  it.each([
    ['<https://example.net/a>', 'bare'],
    ['https://example.net/a', 'bare'],
    ['[example.net/a](https://example.net/a/)', 'bare'],
    ['[a](https://example.net/a)', undefined],
    ['[/files/paper.pdf](/files/paper.pdf)', undefined],
  ])('is marked for paper: %s', async (text, mark) => {
    const { page } = await render(text);
    expect(getAttribute(page.all('a')[0]!, 'className')).toBe(mark);
  });
});

it('replaces spaces in ids of HTML, and in links to them', async () => {
  const { page } = await render(
    '<a id="Our Lab">x</a> [y](#Our%20Lab)\n\n<a href="#Our Lab">z</a>',
  );
  expect(page.all('[id]').map((element) => getAttribute(element, 'id'))).toEqual(['Our-Lab']);
  expect(addresses(page)).toEqual(['#Our-Lab', '#Our-Lab']);
});

it('shows the source of a text that cannot be rendered, marked', async () => {
  const { page, said } = await render(`${'> '.repeat(400)}deep & <b>`);
  expect(said).toEqual(['1:1 text/unreadable']);
  expect(getText(page.first('[data-problem="text/unreadable"]')!)).toContain('deep & <b>');
});
