import type { ShortcodeSite } from '../../../src/markdown/shortcodes/expand-shortcodes.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { typesetFormulas } from '../../../src/markdown/math/typeset-page.ts';
import {
  createTextRenderer,
  type TextRenderer,
} from '../../../src/markdown/render/text-renderer.ts';

const files: Record<string, 'bundle' | 'public'> = {
  'plot.png': 'bundle',
  'img/old.jpg': 'public',
  'media/talk.mp4': 'public',
  'files/cv.pdf': 'public',
};
const findTestPage = (name: string) => (name === 'talk/nyu.md' ? '/talks/nyu/' : undefined);

let renderer: TextRenderer;
beforeAll(async () => {
  renderer = await createTextRenderer('/sub');
});

async function render(text: string) {
  const { html, findings } = await renderer.block(text, {
    math: true,
    findPage: findTestPage,
    findFile: (name) => {
      const path = name.replace(/^\//, '');
      return files[path] && { place: files[path], path };
    },
  });
  const said = findings.map(({ position, code }) => `${position.line}:${position.column} ${code}`);
  return { html: html.replaceAll('\n', ''), said };
}

/** Returns HTML that is marked with a problem. */
function marked(html: string, code = 'text/unknown-target'): string {
  return `<span data-problem="${code}">${html}</span>`;
}

describe('an embed of another site becomes a link', () => {
  it.each([
    ['{{< youtube a_b-1 >}}', 'https://www.youtube.com/watch?v=a_b-1', 'Watch on YouTube'],
    [
      '{{< youtube id="x" title="My talk" >}}',
      'https://www.youtube.com/watch?v=x',
      'Watch “My talk” on YouTube',
    ],
    ['{{< youtube https://youtu.be/x />}}', 'https://youtu.be/x', 'Watch on YouTube'],
    ['{{% vimeo x %}}', 'https://vimeo.com/x', 'Watch on Vimeo'],
    ['{{< tweet user="ada" id="1" >}}', 'https://x.com/ada/status/1', 'Read the post by @ada on X'],
    ['{{< tweet 1 >}}', 'https://x.com/i/status/1', 'Read the post on X'],
    ['{{< gdocs src="https://docs.example/x" >}}', 'https://docs.example/x', 'Open in Google Docs'],
    ['{{< gist ada 12ab >}}', 'https://gist.github.com/ada/12ab', 'See the code on GitHub'],
    [
      '{{< speakerdeck 4e >}}',
      'https://speakerdeck.com/player/4e',
      'Open the slides on Speaker Deck',
    ],
    ['{{< video src="talk.mp4" controls="yes" >}}', '/sub/media/talk.mp4', 'Watch the video'],
  ])('%s', async (text, href, words) => {
    const link = `<p class="embed"><a href="${href}">${words}</a></p>`;
    expect(await render(`${text}\nThen *this*.`)).toEqual({
      html: `${link}<p>Then <em>this</em>.</p>`,
      said: [],
    });
    expect((await render(`> ${text}`)).html).toBe(`<blockquote>${link}</blockquote>`);
    expect((await render(`See ${text}.`)).html).toBe(`<p>See <a href="${href}">${words}</a>.</p>`);
  });

  it('rejects an invalid address', async () => {
    const { html, said } = await render('{{< gdocs src="javascript:alert(1)" >}}');
    expect(html).not.toContain('javascript');
    expect(said).toEqual(['1:1 text/unsafe-link']);
  });
});

describe('a callout becomes a box with Markdown', () => {
  const box = '<div class="callout warning" role="note"><p>A <em>b</em></p></div>';
  it.each([
    '{{% callout warning %}}\nA *b*\n{{% /callout %}}',
    '{{< alert warning >}}A *b*{{< /alert >}}',
    '{{% alert "warning" %}}\n\nA *b*\n\n{{% /alert %}}',
    '{% callout warning %}A *b*{% endcallout %}',
  ])('%j', async (text) => {
    expect(await render(text)).toEqual({ html: box, said: [] });
    expect((await render(`Before\n${text}\nafter`)).html).toBe(`<p>Before</p>${box}<p>after</p>`);
    const inList = `- x\n\n  ${text.replaceAll('\n', '\n  ')}\n`;
    expect((await render(inList)).html).toBe(`<ul><li><p>x</p>${box}</li></ul>`);
  });

  it('keeps the positions of the text in it and after it', async () => {
    const text = '{{% callout note %}}\nBad $\\frac{$\n{{% /callout %}}\nWorse ![x](gone.png)';
    expect((await render(text)).said.sort()).toEqual(['2:5 text/formula', '4:7 text/missing-file']);
  });
});

describe('a figure', () => {
  it('has an image and a caption', async () => {
    const { html, said } = await render(
      '{{< figure src="old.jpg" alt="A plot" caption="My *cap*" >}}',
    );
    const image = '<p><img src="/sub/img/old.jpg" alt="A plot"></p>';
    const caption = '<figcaption><p>My <em>cap</em></p></figcaption>';
    expect({ html, said }).toEqual({ html: `<figure>${image}${caption}</figure>`, said: [] });
  });

  it('shows an image of the page, and reports a missing one', async () => {
    expect((await render('{{< figure src="plot.png" >}}')).html).toContain('<img src="plot.png"');
    expect((await render('\n{{< figure src="gone.png" >}}')).said).toEqual([
      '2:1 text/missing-file',
    ]);
  });
});

describe('a reference', () => {
  it.each([
    ['[a *b*]({{< ref "talk/nyu.md" >}}#c)', '<a href="/sub/talks/nyu/#c">a <em>b</em></a>', []],
    ['<a href="{{< relref "talk/nyu.md" >}}">a</a>', '<a href="/sub/talks/nyu/">a</a>', []],
    ['[a]({{% staticref "files/cv.pdf" "newtab" %}})', '<a href="/sub/files/cv.pdf">a</a>', []],
    [
      '{{< icon name="download" pack="fas" >}} {{< staticref "files/cv.pdf" "newtab" >}}My *CV*{{< /staticref >}}.',
      ' <a href="/sub/files/cv.pdf">My <em>CV</em></a>.',
      [],
    ],
    ['[a]({{ site.baseurl }}/files/cv.pdf)', '<a href="/sub/files/cv.pdf">a</a>', []],
    [
      '[a *[b]*]({{< relref "../authors/ada" >}})',
      marked('a <em>[b]</em>'),
      ['1:15 text/unknown-target'],
    ],
    ['[a]({{< relref "#english" >}})', '<a href="#english">a</a>', []],
    ['[a][1]\n\n[1]: {{< ref "talk/nyu.md" >}}', '<a href="/sub/talks/nyu/">a</a>', []],
    [
      '[a][1], [*b*][1] and [1][]\n\n[1]: {{< ref "x" >}} "Title"',
      `${marked('a')}, ${marked('<em>b</em>')} and ${marked('1')}`,
      ['3:6 text/unknown-target'],
    ],
    ['![a]({{< relref "x" >}})', marked('a'), ['1:10 text/unknown-target']],
    [
      '<a href="{{< ref "x" >}}">a</a>',
      '<a data-problem="text/unknown-target">a</a>',
      ['1:14 text/unknown-target'],
    ],
    ['{{< ref "x" >}}', marked('<code>{{&#x3C; ref "x" >}}</code>'), ['1:5 text/unknown-target']],
  ])('%s', async (text, html, said) => {
    expect(await render(`See ${text}`)).toEqual({ html: `<p>See ${html}</p>`, said });
  });
});

describe('an unknown shortcode', () => {
  it('is shown as its source, with one warning per name', async () => {
    const mark = (html: string) => marked(html, 'text/unknown-shortcode');
    const { html, said } = await render(
      '{{< button url="https://x.example" >}}\n\n{{< button >}} a {{< /b >}}',
    );
    expect(html).toBe(
      `<p>${mark('<code>{{&#x3C; button url="https://x.example" >}}</code>')}</p>` +
        `<p>${mark('<code>{{&#x3C; button >}}</code>')} a ${mark('<code>{{&#x3C; /b >}}</code>')}</p>`,
    );
    expect(said).toEqual(['1:1 text/unknown-shortcode', '3:18 text/unknown-shortcode']);
  });

  it('includes a shortcode without a required argument', async () => {
    expect((await render('{{< youtube >}}')).said).toEqual(['1:1 text/unknown-shortcode']);
  });
});

it.each([
  ['`{{< youtube x >}}`', '<p><code>{{&#x3C; youtube x >}}</code></p>'],
  ['`{{</* youtube x */>}}`', '<p><code>{{&#x3C; youtube x >}}</code></p>'],
  ['{{</* youtube x */>}}', '<p><code>{{&#x3C; youtube x >}}</code></p>'],
  ['a <!-- {{< youtube x >}} {{< y >}} --> b', '<p>a  b</p>'],
  ['{{< math >}}a{{< /math >}}', '<p>a</p>'],
])('does not change code and comments: %s', async (text, html) => {
  expect(await render(text)).toEqual({ html, said: [] });
});

it('creates no blocks in front matter', () => {
  const shortcodes: ShortcodeSite = { hasFile: () => false, findPage: findTestPage };
  const line = (text: string) => renderer.inline(text, { kind: 'line', math: true, shortcodes });
  expect(line('See [a]({{< ref "talk/nyu.md" >}}) {{% callout note %}}b{{% /callout %}}')).toEqual({
    html: 'See <a href="/sub/talks/nyu/">a</a> b',
    text: 'See a b',
    findings: [],
  });
  expect(line('{{< youtube x >}}').text).toBe('Watch on YouTube');
  expect(line('[a]({{< ref "x" >}})').findings).toHaveLength(1);
});

describe('tags around code', () => {
  it.each([
    '{{< highlight go "linenos=table" >}}\na{{< y 1 >}} $b$ *c*\n{{< /highlight >}}',
    '{% highlight go linenos %}\na{{< y 1 >}} $b$ *c*\n{% endhighlight %}',
    '{{< highlight go >}}a{{< y 1 >}} $b$ *c*{{< / highlight >}}',
  ])('%j becomes a code block', async (text) => {
    const { html, said } = await render(`Before\n\n${text}\n\n*After*`);
    expect(said).toEqual([]);
    const [, before, code, after] = /^(.*?)<pre[^>]*>(.*)<\/pre>(.*)$/.exec(html) ?? [];
    expect([before, after]).toEqual(['<p>Before</p>', '<p><em>After</em></p>']);
    expect(code?.replace(/<[^>]*>/g, '').replaceAll('&#x3C;', '<')).toBe('a{{< y 1 >}} $b$ *c*');
  });

  it('keep a fence inside, and are not replaced without an end tag', async () => {
    const fenced = '{{< highlight md >}}\n```\nx\n```\n{{< /highlight >}}';
    expect((await render(fenced)).html.match(/```/g)).toHaveLength(2);
    const open = await render('{{< highlight md >}}\nx');
    expect(open.said).toEqual(['1:1 text/unknown-shortcode']);
  });
});

describe('the syntax of other Markdown dialects', () => {
  it.each([
    [
      '> [!NOTE]\n> Click *this*.',
      '<div class="callout note" role="note"><p>Click <em>this</em>.</p></div>',
    ],
    [
      '> [!WARNING] Take care\n>\n> Here.',
      '<div class="callout warning" role="note"><p><strong>Take care</strong></p><p>Here.</p></div>',
    ],
    [
      '> [!tip]\n> **Bold** first',
      '<div class="callout tip" role="note"><p><strong>Bold</strong> first</p></div>',
    ],
    ['> A [!NOTE] within', '<blockquote><p>A [!NOTE] within</p></blockquote>'],
    ['Words.\n{: .notice--info}', '<p>Words.</p>'],
    ['*a*{: .x} and `b`{:.language-js}', '<p><em>a</em> and <code>b</code></p>'],
    ['* TOC\n{:toc}\n\nText', '<p>Text</p>'],
    ['`{: .x}` and $\\{: a\\}$, a set {: x}', undefined],
  ])('%j', async (text, html) => {
    const shown = await render(text);
    expect(shown.said).toEqual([]);
    if (html === undefined)
      expect(
        typesetFormulas(shown.html)
          .replace(/<[^>]*>/g, '')
          .match(/\{:/g)?.length,
      ).toBeGreaterThanOrEqual(3);
    else expect(shown.html.replaceAll('\n', '')).toBe(html);
  });
});

describe('links and collapsed text', () => {
  it.each([
    [
      '{{< cta cta_link="/talks/" cta_text="See all →" >}}',
      '<p><a href="/sub/talks/">See all →</a></p>',
    ],
    [
      '{{< spoiler text="Why?" >}}\nBecause *so*.\n{{< /spoiler >}}\nThen.',
      '<details><summary>Why?</summary><p>Because <em>so</em>.</p></details><p>Then.</p>',
    ],
    [
      '- a\n  {{% spoiler text="b" %}}c{{% /spoiler %}}',
      '<ul><li><p>a</p><details><summary>b</summary><p>c</p></details></li></ul>',
    ],
  ])('%s', async (text, html) => {
    const shown = await render(text);
    expect(shown.said).toEqual([]);
    expect(shown.html).toBe(html);
  });
});
