import { describe, expect, it } from 'vitest';
import { toFeedHtml } from '../../../src/feeds/feed/feed-html.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { flattenElements, parseXhtml } from '../../helpers/read/xml.ts';

const page = 'https://example.org/sub/talks/nyu/';
const convert = (html: string) => toFeedHtml(html, page);
const renderer = await createTextRenderer('/sub');
const rendered = async (markdown: string) =>
  convert((await renderer.block(markdown, { math: true })).html);

describe('formulas in a feed', () => {
  it('appear once, as text', async () => {
    expect(await rendered('In $\\mathbb{R}^n$ and $a \\le b$.')).toBe(
      '<p>In <em>ℝⁿ</em> and <em>a ≤ b</em>.</p>',
    );
  });

  it('are TeX in code if they cannot be text', async () => {
    expect(await rendered('So $\\int_0^\\infty f$.')).toBe(
      '<p>So <code>\\int_0^\\infty f</code>.</p>',
    );
  });

  it('have a paragraph of their own if displayed', async () => {
    const html = await rendered(
      'One\n$$\na < b\n$$\n\n- item\n\n  $$\n  c\n  $$\n\nIn $$d$$ text.',
    );
    expect(html.replaceAll('\n', '')).toContain('<p>One</p><p><em>a &lt; b</em></p>');
    expect(html).toContain('<p><em>c</em></p>');
    const root = parseXhtml(html);
    const paragraphs = flattenElements(root).filter(({ name }) => name === 'p');
    expect(paragraphs.flatMap(flattenElements).filter(({ name }) => name === 'p')).toEqual(
      paragraphs,
    );
    expect(root.text.match(/d/g)).toHaveLength(1);
  });
});

describe('HTML in a feed', () => {
  it('keeps the alignment of table columns', async () => {
    expect(await rendered('| a |\n| -: |\n| 1 |')).toContain('<td align="right">1</td>');
  });

  it('has absolute addresses', () => {
    const html =
      '<a href="/sub/files/a.pdf">a</a><a href="b.pdf">b</a><a href="#c">c</a><a href="../d/">d</a>' +
      '<img src="/sub/_astro/e.webp" srcset="/sub/_astro/e.webp 2x" alt="E" loading="lazy">' +
      '<video src="f.mp4" poster="g.png" controls></video><a href="mailto:h@example.org">h</a>';
    const addresses = [...convert(html).matchAll(/(?:href|src|poster)="([^"]*)"/g)].map(
      ([, a]) => a,
    );
    expect(addresses).toEqual([
      'https://example.org/sub/files/a.pdf',
      'https://example.org/sub/talks/nyu/b.pdf',
      'https://example.org/sub/talks/nyu/#c',
      'https://example.org/sub/talks/d/',
      'https://example.org/sub/_astro/e.webp',
      'https://example.org/sub/talks/nyu/f.mp4',
      'https://example.org/sub/talks/nyu/g.png',
      'mailto:h@example.org',
    ]);
    expect(convert(html)).toContain('<img src="https://example.org/sub/_astro/e.webp" alt="E"/>');
    expect(convert(html)).toContain('controls="controls"');
  });

  it.each([
    ['<script>alert(1)</script><style>p{}</style>x', 'x'],
    ['<p id="a" class="b" style="c" onclick="d" data-e="f" tabindex="0">x</p>', '<p>x</p>'],
    ['<a href="javascript:alert(1)">x</a><a name="y">z</a>', 'xz'],
    ['<a href="http://[">x</a>', 'x'],
    ['<form action="/a"><label>Name <input></label><button>Go</button></form>', 'Name '],
    [
      '<iframe src="/sub/demo.html" title="Demo"></iframe>',
      '<a href="https://example.org/sub/demo.html">Demo</a>',
    ],
    ['<iframe srcdoc="<p>x</p>"></iframe>', ''],
    ['<picture><source srcset="a.avif"><img src="a.png"></picture>', `<img src="${page}a.png"/>`],
    ['<!-- x --><span hidden>a</span><svg aria-hidden="true"><path/></svg>b', 'b'],
    ['<my-part>a</my-part><p>b<br>c</p>', 'a<p>b<br/>c</p>'],
    ['<p></p><ul><li><p>a', '<ul><li><p>a</p></li></ul>'],
    ['<p>a &nbsp;&amp; &lt;b&gt; &quot;</p>', '<p>a \u00A0&amp; &lt;b&gt; "</p>'],
  ])('%s', (html, expected) => {
    const found = convert(html);
    expect(found).toBe(expected);
    expect(() => parseXhtml(found)).not.toThrow();
  });
});
