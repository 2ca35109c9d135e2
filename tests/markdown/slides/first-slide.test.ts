import { describe, expect, it } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { toFirstSlide } from '../../../src/markdown/slides/first-slide.ts';
import { parsePage } from '../../helpers/read/html.ts';

const renderer = await createTextRenderer('/');
const render = (text: string) => renderer.block(text, { math: true, slides: true });

describe('the first slide', () => {
  it('has no links, buttons or ids', async () => {
    const text =
      '# A $x$\n\n[B](/b) {{< fragment >}}c{{< /fragment >}}\n\n{{< speaker_note >}}\nd\n{{< /speaker_note >}}\n\n---\n\nE';
    const { html, hasMath, count } = toFirstSlide((await render(text)).html) ?? {};
    const page = parsePage(html ?? '');
    expect([count, hasMath]).toEqual([2, true]);
    expect(page.all('[id], a, [tabindex], h2, section, .notes, .fragment')).toEqual([]);
    expect(page.text('div.slide.opening > p.heading')).toContain('A');
    expect(page.text('.slide')).toMatch(/B c$/);
  });

  it('has math if KaTeX typeset a formula, not if code contains the word KaTeX', async () => {
    const formulas = async (text: string) => toFirstSlide((await render(text)).html)?.hasMath;
    expect(await formulas('`class="katex"`\n\n---\n\n$x$')).toBe(false);
    expect(await formulas('$\\frac{$\n\n---\n\nB')).toBe(true);
  });

  it('is undefined for a text without slides', () => {
    expect(toFirstSlide('<p>A</p>')).toBeUndefined();
  });
});
