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
    '<!-- x -->',
    'A* search and C*-algebras, *-algebras',
    'C++ <vector> of <T>',
    'The name __init__',
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
    const { html, text } = title('On $\\mathbb{R}^n$ and \\(a*b*c\\) and more');
    expect(listFormulas(html)).toEqual(['\\mathbb{R}^n', 'a*b*c']);
    expect(text).toBe('On ℝⁿ and a*b*c and more');
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

describe('markup in a title', () => {
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
    ['A* search [here](https://a.example) `x*`', 'A* search here x*', 'A* search here x*'],
    ['Of <a href="https://a.example"><b>links</b></a>', 'Of <strong>links</strong>', 'Of links'],
    ['Is \\*it\\*', 'Is *it*', 'Is *it*'],
    ['R&amp;D &ndash; <br> caf&eacute;', 'R&#x26;D – café', 'R&D – café'],
  ])('%s', (source, html, text) => {
    expect(title(source)).toMatchObject({ html, text });
  });
});
