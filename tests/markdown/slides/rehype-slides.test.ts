import { describe, expect, it } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { getAttribute, parsePage, getText } from '../../helpers/read/html.ts';

const renderer = await createTextRenderer('/sub');
const files: Record<string, 'bundle' | 'public'> = { 'a b.jpg': 'bundle', 'media/c.jpg': 'public' };

async function render(text: string) {
  const rendered = await renderer.block(text, {
    ...{ math: true, highlight: true, slides: true },
    findFile: (name) => {
      const path = name.replace(/^\//, '');
      return files[path] && { place: files[path], path };
    },
  });
  const { html, findings, usedFiles } = rendered;
  const page = parsePage(html);
  const said = findings.map(({ position, code }) => `${position.line}:${position.column} ${code}`);
  return { html, page, said, usedFiles };
}

/** Returns the slides of a text, with a hyphen before those below another slide. */
async function slidesOf(text: string) {
  const { page } = await render(text);
  const below = new Set(page.all('.stack > .slide:not(:first-child)'));
  return page.all('.slide').map((slide) => (below.has(slide) ? '- ' : '') + getText(slide));
}

describe('slides', () => {
  it.each([
    ['beside one another', 'A\n\n---\n\nB\n\n***\n\nC', ['A', 'B', 'C']],
    [
      'below one another',
      'A\n\n---\n\nB\n\n--\n\nC\n\n--\n\nD\n\n---\n\nE',
      ['A', 'B', '- C', '- D', 'E'],
    ],
    ['with nothing between', '---\n\nA\n\n---\n\n---\n\nB\n\n---\n', ['A', 'B']],
    ['that begin below nothing', '--\nA', ['A']],
    ['parted right below a text', 'A\n---\nB\n--\nC', ['A', 'B', '- C']],
    ['with a heading that is underlined', 'A\n----\n\nB', ['A B']],
    ['with Windows line breaks', 'A\r\n\r\n---\r\n\r\nB\r\n--\r\nC', ['A', 'B', '- C']],
    ['with code', '```\n---\n--\n```\n\n    ---\n', ['--- -- ---']],
    ['with a formula', '$$\na\n--\nb\n$$\n\nx\n\n---\n\ny', [expect.stringContaining('x'), 'y']],
    ['with a table', '| a | b |\n| --- | --- |\n| 1 | 2 |\n\n---\n\nB', ['a b 1 2', 'B']],
    ['with a list', '- a\n- b\n---\n- c', ['a b', 'c']],
  ])('%s', async (_, text, slides) => {
    expect(await slidesOf(text)).toEqual(slides);
  });

  it('are numbered, and those with an h1 are marked', async () => {
    const { page, html } = await render('# A\n\n---\n\n## B\n\n#### b\n\n--\n\nC');
    const labels = page.all('.slide').map((slide) => getAttribute(slide, 'ariaLabel'));
    expect(labels).toEqual(['1 of 3', '2 of 3', '3 of 3']);
    expect(page.all('.opening').map(getText)).toEqual(['A']);
    expect(page.all('h2').map(getText)).toEqual(['A', 'B']);
    expect(page.all('h3').map(getText)).toEqual(['b']);
    expect(html).not.toContain('<hr');
  });

  it('have their footnotes on a last slide, and contain no sections', async () => {
    const { page } = await render('A[^1]\n\n<section>B</section>\n\n---\n\nC\n\n[^1]: D');
    expect(page.all('.slide').map(getText)).toEqual(['A1 B', 'C', expect.stringMatching(/D ↩$/)]);
    expect(page.all('section section')).toEqual([]);
  });

  it('are not created for other texts', async () => {
    const { html } = await renderer.block('A\n\n---\n\n{{< fragment >}}B{{< /fragment >}}', {
      math: true,
    });
    expect(html).toContain('<hr>');
    expect(html).not.toContain('section');
    expect(html).toContain('<code>{{&#x3C; fragment >}}</code>');
  });
});

describe('fragments', () => {
  it.each([
    ['in a line', 'A {{% fragment %}} **b** {{% /fragment %}}', 'p > span', 'b'],
    ['each an entry of a list', '- {{< fragment >}}b{{< /fragment >}}\n- c', 'li > span', 'b'],
    ['of several blocks', '{{< fragment >}}\nb\n\n- c\n{{< /fragment >}}', 'div', 'b c'],
    ['of a paragraph', '{{% fragment %}} b\nc {{% /fragment %}}', 'div', 'b c'],
  ])('%s', async (_, text, path, words) => {
    const { page, said } = await render(text);
    expect(said).toEqual([]);
    expect(page.text(`.slide ${path}.fragment`)).toBe(words);
    expect(page.text('.slide')).not.toContain('fragment');
  });

  it('can have a class and an order', async () => {
    const { page } = await render('{{< fragment class="fade-up" weight="3" >}}a{{< /fragment >}}');
    const { className, dataFragmentIndex } = page.first('.fragment')?.properties ?? {};
    expect([className, dataFragmentIndex]).toEqual([['fragment', 'fade-up'], '3']);
  });

  it('without a counterpart are text', async () => {
    expect(await slidesOf('{{< fragment >}}a\n\n---\n\nb{{< /speaker_note >}}')).toEqual([
      'a',
      'b',
    ]);
  });
});

it('speaker notes are Markdown in an element of their own', async () => {
  for (const [open, close] of [
    ['{{% speaker_note %}}', '{{% /speaker_note %}}'],
    ['{{< speaker_note >}}', '{{< /speaker_note >}}'],
  ]) {
    const { page, said } = await render(`A\n\n${open}\n- *one*\n- two\n${close}\n\n---\n\nB`);
    expect(said).toEqual([]);
    expect(page.all('div.notes li').map(getText)).toEqual(['one', 'two']);
    expect(page.all('.slide')).toHaveLength(2);
  }
});

describe('the background of a slide', () => {
  const ground = async (options: string) => {
    const { page, said, usedFiles } = await render(`A\n\n---\n\n{{< slide ${options} >}}\n\n## B`);
    const { className, style, id } = page.all('.slide')[1]?.properties ?? {};
    const classes = (className as string[]).filter((name) => !/^(slide|prose)$/.test(name));
    return { classes, style, id, said, usedFiles, text: page.text('h2') };
  };
  const plain = { id: undefined, said: [], usedFiles: [], text: 'B' };

  it('is a colour, with readable text', async () => {
    const style = (colour: string) => `background-color: ${colour}`;
    expect(await ground('background-color="#00f"')).toEqual({
      ...{ ...plain, classes: ['on-dark'], style: style('#00f') },
    });
    expect(await ground('background="lavender" class="my other" id="x"')).toEqual({
      ...{ ...plain, classes: ['my', 'other', 'on-light'], style: style('lavender'), id: 'x' },
    });
  });

  it('is an image next to the deck or in public/', async () => {
    expect(await ground('background-image="a b.jpg" background-size="contain"')).toEqual({
      ...{ ...plain, classes: ['pictured'], usedFiles: ['a b.jpg'] },
      style: 'background-image: url("a%20b.jpg"); background-size: contain',
    });
    expect(await ground('background-image="/media/c.jpg"')).toMatchObject({
      style: 'background-image: url("/sub/media/c.jpg")',
    });
  });

  it.each([
    ['a colour that is none', 'background-color="#12"', '5:1 text/slide-background'],
    ['a video', 'background-video="a.mp4"', '5:1 text/slide-background'],
    ['a missing picture', 'background-image="no.jpg"', '5:1 text/missing-file'],
    ['a picture elsewhere', 'background-image="https://x.example/a.jpg"', '5:1 text/remote-embed'],
  ])('cannot be %s', async (_, options, finding) => {
    const { said, style } = await ground(options);
    expect(said.map((one) => one.replace(/^\d+:\d+/, '5:1'))).toEqual([finding]);
    expect(String(style ?? '')).not.toMatch(/#12|url/);
  });
});
