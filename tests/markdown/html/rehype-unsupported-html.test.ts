import { fromHtml } from 'hast-util-from-html';
import type { Element, Nodes, Root } from 'hast';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { rehypeJsxElements } from '../../../src/markdown/html/rehype-raw-html.ts';
import { rehypeUnsupportedHtml } from '../../../src/markdown/html/rehype-unsupported-html.ts';
import { createTextChecker } from '../../../src/markdown/render/text-checker.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import {
  getMarkdownContext,
  type TextFinding,
} from '../../../src/markdown/source/markdown-context.ts';
import { attackHost, attempts } from '../../helpers/make/script-attempts.ts';

const renderer = createTextRenderer('/');
const checker = createTextChecker('/');
const files = ['/no', '/share.png', 'own.html', 'own.png', 'own.svg'];
const findFile = (name: string) =>
  files.includes(name) ? { place: 'public' as const, path: name.replace(/^\//, '') } : undefined;

async function render(text: string) {
  const { html, findings } = await renderer.block(text, { math: true, findFile });
  return { html, findings, codes: findings.map(({ code }) => code) };
}

/** Contexts of an attempt in a text: what is before and after it. */
const contexts = [
  ['a block', 'Before.\n\n', '\n\nAfter.'],
  ['a line', 'Before. ', ' After.'],
] as const;

describe.each(contexts)('in %s', (context, before, after) => {
  test('nothing runs, no request is sent, and what is removed is reported', async () => {
    expect(attempts.length).toBeGreaterThanOrEqual(196);
    const failures: unknown[] = [];
    for (const { name, source, code } of attempts) {
      const text = before + source + after;
      const { html, codes, findings } = await render(text);
      const active = findActive(html);
      // In a line, some sources are text and not HTML.
      const isText = context === 'a line' && !codes.includes(code ?? '');
      const isReported = code === undefined || codes.includes(code) || (isText && isShown(html));
      const hasWords = html.includes('Before.') && html.includes('After.');
      const { findings: checked } = await checker.block(text, { math: true, findFile });
      if (active.length > 0 || !isReported || !hasWords || !isEqual(checked, findings))
        failures.push({ name, active, codes, html });
    }
    expect(failures).toEqual([]);
  });
});

function isEqual(a: TextFinding[], b: TextFinding[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Returns whether a page shows the source of the attempt. */
function isShown(html: string): boolean {
  return /&#x3C;|\[|\||## /.test(html);
}

/** Returns what a browser would run or load, with and without scripts turned on. */
function findActive(html: string): string[] {
  const withScripts = html.replace(/<noscript\b[^]*?<\/noscript>/gi, '');
  return [html, withScripts].flatMap((text) => listActive(fromHtml(text, { fragment: true })));
}

const activeElements =
  /^(?:script|style|meta|base|portal|applet|fencedframe|frame|frameset|plaintext|bgsound|object|embed)$/;

function listActive(node: Nodes): string[] {
  const inner = 'children' in node ? node.children.flatMap(listActive) : [];
  if (node.type !== 'element') return inner;
  const { tagName, properties, content } = node;
  const found = [...inner, ...(content ? listActive(content) : [])];
  if (activeElements.test(tagName) && !isEmptyPlugin(node)) found.push(`<${tagName}>`);
  for (const [name, value] of Object.entries(properties)) {
    const text = Array.isArray(value) ? value.join(' ') : String(value);
    const isFollowed = tagName === 'a' && name === 'href';
    const isSent = name === 'action' || name === 'formAction';
    const isShownText = ['alt', 'title', 'dataFormula'].includes(name);
    if (/^on/i.test(name) || ['srcDoc', 'ping', 'shadowRootMode'].includes(name)) found.push(name);
    if (isShownText) continue;
    if (text.includes(attackHost) && !isFollowed && !isSent) found.push(`${name}=${text}`);
    if (/^\s*(?:java|vb)script\s*:|^data:text/i.test(text)) found.push(`${name}=${text}`);
  }
  return found;
}

/** Without an address, these show only the words in them, and an empty script does nothing. */
function isEmptyPlugin({ tagName, properties, children }: Element): boolean {
  const isEmpty = tagName === 'script' && children.length === 0;
  const hasAddress = ['src', 'data', 'href'].some((name) => name in properties);
  return (isEmpty || /^(?:object|embed)$/.test(tagName)) && !hasAddress;
}

test('a finding has the line and column of the element', async () => {
  const text =
    'Words.\n\n<div>\n  <p onclick="x()">a</p>\n  <meta http-equiv="refresh">\n</div>\n\nA <base> <frame>.';
  const { findings } = await render(text);
  expect(
    findings.map(({ position, message }) => [position.line, position.column, message]),
  ).toEqual([
    [8, 10, '<frame> is not supported inside a page'],
    [4, 3, 'onclick of <p> is blocked by the security policy of the site'],
    [5, 3, '<meta http-equiv="refresh"> belongs in the head of a page, which Lectern writes'],
    [8, 3, '<base> changes the targets of all links on the page'],
  ]);
});

test.each([
  [
    'a drawing',
    '<svg viewBox="0 0 9 9"><defs><linearGradient id="g"></linearGradient></defs><rect fill="url(#g)" style="opacity: 0.5"></rect><use href="#g"></use></svg>',
  ],
  [
    'an animation',
    '<svg><circle r="1"><animate attributeName="r" values="1;2" dur="2s"></animate></circle></svg>',
  ],
  ['a bitmap in a drawing', '<svg><image href="data:image/png;base64,iVBORw0KGgo="></image></svg>'],
  ['own files', '<img src="/share.png" alt=""><iframe src="own.html"></iframe>'],
  ['a script of the site', '<script src="/my.js" defer></script>'],
  ['a style sheet of the site', '<link rel="stylesheet" href="/my.css">'],
  ['structured data', '<script type="application/ld+json">{"@type":"Event"}</script>'],
  [
    'microdata',
    '<p itemscope><meta itemprop="name" content="A"><link itemprop="url" href="https://example.org/"></p>',
  ],
  [
    'layout',
    '<details><summary>a</summary><div style="width: 50%" class="x" data-x="1" id="y">b</div></details>',
  ],
  ['old HTML', '<center><font color="red">a</font></center><marquee>b</marquee>'],
  ['a formula', '<math display="block"><mfrac><mi>a</mi><mn>2</mn></mfrac></math>'],
  ['a form of the site', '<form action="/search/"><input name="q"><button>Find</button></form>'],
  [
    'text for browsers without scripts',
    '<div><noscript><p title="a < b">Words</p></noscript></div>',
  ],
])('%s stays without a finding', async (_, source) => {
  const { html, findings } = await render(source);
  expect(findings).toEqual([]);
  const kinds = new Set([...source.matchAll(/<([a-z]+)/gi)].map(([, name = '']) => name));
  for (const kind of kinds) expect(html).toContain(`<${kind}`);
});

test.each([
  ['<plaintext>one <b>two</b>\n\nthree', /one &#x3C;b>two[^]*three/],
  ['<applet code="x">words</applet>', /words/],
  ['<portal src="/">words</portal>', /words/],
  [
    '<div><template shadowrootmode="open"><b>words</b></template></div>',
    /<div><b>words<\/b><\/div>/,
  ],
  ['<a onclick="x()" href="/">words</a>', /<a href="\/">words<\/a>/],
  ['<div><xmp><b>words</b></xmp></div>', /<pre[^>]*>&#x3C;b>words&#x3C;\/b><\/pre>/],
])('the words of %s stay', async (source, expected) => {
  expect((await render(source)).html).toMatch(expected);
});

test('the address of a lazy loader and of an old drawing is used', async () => {
  const { html, findings } = await render(
    '<img data-src="own.png" alt="A curve">\n\n<svg><image xlink:href="own.svg"></image></svg>',
  );
  expect(html).toContain('src="/own.png"');
  expect(html).toContain('<image href="/own.svg">');
  expect(findings).toEqual([]);
});

test('in MDX, literal attributes and event handlers are removed, but not the properties of a component', async () => {
  const jsx = (name: string, attributes: Record<string, unknown>, children: unknown[] = []) => ({
    type: 'mdxJsxFlowElement',
    ...{ name, children },
    attributes: Object.entries(attributes).map(([key, value]) => ({
      ...{ type: 'mdxJsxAttribute', name: key, value },
    })),
  });
  const words = { type: 'text', value: 'words' };
  const handler = { type: 'mdxJsxAttributeValueExpression', value: 'f' };
  const tree = {
    type: 'root',
    children: [
      jsx('meta', { 'http-equiv': 'refresh', content: '0' }),
      jsx('portal', { src: '/' }, [words]),
      jsx('p', { onClick: handler, class: 'x' }, [words]),
      jsx('Chart', { onClick: handler }),
    ],
  };
  const file = new VFile({ path: '/a.mdx' });
  const cleaned = await unified()
    .use(rehypeJsxElements)
    .use(rehypeUnsupportedHtml)
    .run(tree as unknown as Root, file);
  expect(cleaned.children).toMatchObject([
    words,
    { name: 'p', attributes: [{ name: 'class' }] },
    { name: 'Chart', attributes: [{ name: 'onClick' }] },
  ]);
  expect(getMarkdownContext(file).findings?.map(({ message }) => message)).toEqual([
    '<meta http-equiv="refresh"> belongs in the head of a page, which Lectern writes',
    '<portal> is not supported by browsers',
    'onClick of <p> is blocked by the security policy of the site',
  ]);
});
