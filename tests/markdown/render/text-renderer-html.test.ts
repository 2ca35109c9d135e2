import { expect, test } from 'vitest';
import { createTextChecker } from '../../../src/markdown/render/text-checker.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { typesetFormulas } from '../../../src/markdown/math/typeset-page.ts';

const renderer = createTextRenderer('/');
const checker = createTextChecker('/');

async function render(source: string, { math = true, dollars = false } = {}) {
  const options = { math, html: { math, dollars } };
  const { html, findings, headings, hasMath } = await renderer.block(source, options);
  const checked = await checker.block(source, options);
  expect(checked.findings).toEqual(findings);
  return {
    html: typesetFormulas(html),
    headings,
    hasMath,
    codes: findings.map(({ code }) => code),
    findings,
  };
}

/** Returns the TeX of the formulas in HTML, those on lines of their own with a mark. */
function listFormulas(html: string): string[] {
  return [
    ...html.matchAll(
      /(<span class="katex-display">)?<span class="katex">.*?<annotation[^>]*>(.*?)<\/annotation>/gs,
    ),
  ].map(([, display, tex = '']) => (display ? `display ${tex}` : tex));
}

test('leaves code of an HTML page unchanged, also after a blank line', async () => {
  const source = `<p>First.</p>
<div id="reading" class="section level2">
<h2>Reading</h2>
<pre class="r"><code>library(tides)

# this comment is code, not a heading
d %&gt;% mutate(a = grepl(.$low, &quot;x&quot;) ~ &quot;y&quot;,
             b = grepl(.$high, &quot;x&quot;) &amp; \\(x\\))

* 3 stars
waves$height * 2</code></pre>
<p>Inline <code>a$b + c$d</code> and *no* emphasis_in_words_.</p>
</div>
`;
  const { html, headings, codes, hasMath } = await render(source, { dollars: true });
  expect(codes).toEqual([]);
  expect(hasMath).toBe(false);
  expect(headings.map(({ text }) => text)).toEqual(['Reading']);
  expect(html).toContain('\n# this comment is code, not a heading\n');
  expect(html).toContain('\n* 3 stars\nwaves$height * 2</code></pre>');
  expect(html).toContain('and *no* emphasis_in_words_.</p>');
  expect(html).not.toMatch(/<(li|em)>/);
});

test('typesets the formulas of Pandoc and MathJax in an HTML page', async () => {
  const { html, codes } =
    await render(`<p>Let <span class="math inline">\\(\\mathbf{A}\\)</span> be, and</p>
<p><span class="math display">\\[
a &lt; b
\\]</span></p>
<p>So (<span class='math inline'>n \\times n</span>) and \\(x_1\\), \\[y\\]</p>
<p>$$z^2$$ costs $5 and $6, x$.</p>
\\begin{align} a &amp;= b \\end{align}`);
  expect(codes).toEqual([]);
  expect(listFormulas(html)).toEqual([
    ...['\\mathbf{A}', 'display a &#x3C; b', 'n \\times n', 'x_1', 'display y'],
    'display \\begin{align} a &#x26;= b \\end{align}',
  ]);
  expect(html).toMatch(/So \(<span class="math inline"><span class="katex">/);
  expect(html).toContain('$$z^2$$ costs $5 and $6, x$.');
});

test('reads dollars as MathJax did where the page says math: true', async () => {
  const source = '<p>$z^2$ and $$w$$ cost $5 and $6.</p>';
  const { html } = await render(source, { dollars: true });
  expect(listFormulas(html)).toEqual(['z^2', 'display w']);
  expect(listFormulas((await render(source, { math: false, dollars: true })).html)).toEqual([]);
});

test('reports a formula of an HTML page at its line and keeps the rest of the page', async () => {
  const { html, findings } = await render('<p>One</p>\n<p>\\(\\frac{\\) two</p>\n<p>\\(x\\)</p>');
  expect(findings).toMatchObject([{ code: 'text/formula', position: { line: 2, column: 4 } }]);
  expect(html).toContain(' two</p>');
  expect(listFormulas(html)).toEqual(['x']);
});

test('expands shortcodes of an HTML page outside code', async () => {
  const { html, codes } = await render(
    '<p>{{< youtube abc >}}</p>\n{{< figure src="a.png" caption="A *b*" >}}\n<code>{{< youtube abc >}}</code> {{< odd >}}',
  );
  expect(html).toContain('<p><a href="https://www.youtube.com/watch?v=abc">');
  expect(html).toMatch(
    /<img[^>]* src="a\.png"[^>]*><figcaption>A \*b\*<\/figcaption>|<img[^>]*src="a\.png"/,
  );
  expect(html).toContain('<code>{{&#x3C; youtube abc >}}</code>');
  expect(codes).toEqual(['text/unknown-shortcode']);
});
