import { describe, expect, it } from 'vitest';
import { createInlineRenderer } from '../../../src/markdown/render/inline-renderer.ts';
import { getAttribute, getText, listFormulas, parsePage } from '../../helpers/read/html.ts';

const inline = createInlineRenderer('/sub');
const title = (source: string, math = true) => inline(source, { kind: 'title', math });
const line = (source: string, math = true) => inline(source, { kind: 'line', math });
const wordsOf = (html: string) => getText(parsePage(html).first('body')!);

describe('a title', () => {
  it.each([
    '1. Intro',
    '# x',
    '- x',
    '> x',
    '---',
    '*a* and _b_',
    '`code`',
    '[a](b)',
    '![a](b)',
    '<b>bold</b>',
    '<!-- x -->',
    'a < b & c',
    'https://example.org',
    '~~~',
    'From $5 to $10',
    'What $is?',
  ])('keeps the text %s', (source) => {
    const { html, text, findings } = title(source);
    expect([wordsOf(html), text, findings]).toEqual([source, source, []]);
    expect(parsePage(html).all('body *')).toEqual([]);
  });

  it('typesets its formulas', () => {
    const { html, text } = title('On $\\mathbb{R}^n$ and *more*');
    expect(listFormulas(html)).toEqual(['\\mathbb{R}^n']);
    expect(text).toBe('On ℝⁿ and *more*');
  });

  it('keeps the source of formulas with math: false', () => {
    const { html, text } = title('On $x$', false);
    expect([wordsOf(html), text]).toEqual(['On $x$', 'On $x$']);
  });

  it('reports a formula that KaTeX rejects', () => {
    expect(title('On $\\frac{$').findings).toMatchObject([{ code: 'text/formula' }]);
  });
});

describe('a line', () => {
  it.each([
    ['*a* and **b**', '<em>a</em> and <strong>b</strong>', 'a and b'],
    ['1. Intro', '1. Intro', '1. Intro'],
    ['# x', '# x', '# x'],
    ['- x', '- x', '- x'],
    ['“Quoted” – text', '“Quoted” – text', '“Quoted” – text'],
    ['one\n\ntwo', 'one<br>two', 'one\n\ntwo'],
    ['<b>x</b>', '<b>x</b>', 'x'],
    ['[a](/files/a.html)', '<a href="/sub/files/a.html">a</a>', 'a'],
  ])('renders %j', (source, html, text) => {
    expect(line(source)).toEqual({ html, text, findings: [] });
  });

  it('renders the caption of old talk files', () => {
    const source = 'Image credit: [**Unsplash**](https://unsplash.com/photos/x)';
    const { html, text } = line(source);
    const link = parsePage(html).first('a > strong');
    expect(link && getText(link)).toBe('Unsplash');
    expect(text).toBe('Image credit: Unsplash');
  });

  it('uses typographic quotes and dashes, except in formulas', () => {
    const { html } = line('"So" -- it\'s $f\'$');
    expect(wordsOf(html)).toMatch(/^“So” . it’s/);
    expect(listFormulas(html)).toEqual(["f'"]);
  });

  it('replaces an image of another site with a link', () => {
    const { html, findings } = line('![A](https://example.org/a.png)');
    const [link] = parsePage(html).all('a');
    expect(link && getAttribute(link, 'href')).toBe('https://example.org/a.png');
    expect(findings).toMatchObject([{ code: 'text/remote-embed' }]);
  });
});

describe('the title of a work', () => {
  it.each([
    [
      '*Drosophila* and **all** of it',
      '<em>Drosophila</em> and <strong>all</strong> of it',
      'Drosophila and all of it',
    ],
    [
      'H<sub>2</sub>O on $x$-<i>ray</i>',
      'H<sub>2</sub>O on <span data-formula="inline:x"></span>-<i>ray</i>',
      'H2O on x-ray',
    ],
    [
      'A* search [here](https://a.example) `x`',
      'A* search [here](https://a.example) `x`',
      'A* search [here](https://a.example) `x`',
    ],
    [
      'Of <a href="https://a.example">links</a>',
      /^Of &#x3C;a href/,
      'Of <a href="https://a.example">links</a>',
    ],
    ['Is \\*it\\*', 'Is *it*', 'Is *it*'],
  ])('%s', (source, html, plain) => {
    const found = inline(source, { kind: 'work', math: true });
    expect(found.text).toBe(plain);
    if (typeof html === 'string') expect(found.html).toBe(html);
    else expect(found.html).toMatch(html);
  });
});
