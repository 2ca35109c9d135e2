import { expect, test } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';

const renderer = createTextRenderer('/sub');
async function render(text: string) {
  const { html, findings } = await renderer.block(text, {
    math: true,
    findPage: (name) => (/(^|\/)2019-05-03-a(\.md)?$/.test(name) ? '/posts/a/' : undefined),
  });
  return { html: html.trim(), findings };
}

test.each([
  ['[a]({{ "/files/a.pdf" | relative_url }})', '<a href="/sub/files/a.pdf">a</a>'],
  ["[a]({{ 'files/a.pdf' | absolute_url }})", '<a href="/sub/files/a.pdf">a</a>'],
  [
    '<a href="{{ "/a/" | prepend: site.baseurl | prepend: site.url }}">a</a>',
    '<a href="/sub/a/">a</a>',
  ],
])('the address in %s is read without a warning', async (text, html) => {
  const rendered = await render(text);
  expect(rendered.html).toBe(`<p>${html}</p>`);
  expect(rendered.findings).toEqual([]);
});

test.each(['{{ page.title }}', '{{ site.author.name }}', '{{ "a b" | upcase }}'])(
  '%s is shown as written, with a warning',
  async (text) => {
    const { html, findings } = await render(`By ${text}.`);
    expect(html).toMatch(
      /^<p>By <span data-problem="text\/liquid"><code>\{\{ .* \}\}<\/code><\/span>\.<\/p>$/,
    );
    expect(findings).toMatchObject([{ code: 'text/liquid', position: { line: 1, column: 4 } }]);
  },
);

test.each(['`{{ page.title }}`', '```\n{{ "/a" | relative_url }}\n```', '{{ name }}', '{{ "x" }'])(
  '%j has no warning',
  async (text) => {
    expect((await render(text)).findings).toEqual([]);
  },
);

test('posts are found by the tags of Jekyll', async () => {
  expect((await render('[a]({% post_url 2019-05-03-a %})')).html).toContain('/sub/posts/a/');
  expect((await render('[a]({% link _posts/2019-05-03-a.md %})')).html).toContain('/sub/posts/a/');
  expect((await render('[a]({% post_url gone %})')).findings).toMatchObject([
    { code: 'text/unknown-target' },
  ]);
});
