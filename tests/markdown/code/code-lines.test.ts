import { describe, expect, it } from 'vitest';
import { parseLineSteps } from '../../../src/markdown/code/code-lines.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { getAttribute, parsePage, getText } from '../../helpers/read/html.ts';

const renderer = await createTextRenderer('/');

async function render(text: string) {
  const { html } = await renderer.block(text, { math: true, highlight: true, slides: true });
  return { html, page: parsePage(html) };
}

describe('marked lines of code', () => {
  it.each([
    ['{hl_lines=[2,"4-5"]}', [[2, 4, 5]]],
    ['{linenos=true,hl_lines=["1"]}', [[1]]],
    ['{hl_lines="1 3-4"}', [[1, 3, 4]]],
    ['[1-2|3]', [[1, 2], [3]]],
    ['{2}', [[2]]],
    ['[|2]', [[], [2]]],
    ['title="a [1]"', undefined],
    ['', undefined],
  ])('are parsed from %s', (meta, steps) => {
    expect(parseLineSteps(meta)).toEqual(steps);
  });

  it('are marked step by step', async () => {
    const { page } = await render('```js [1|2-3]\nlet a;\n\nlet c; // é\n```');
    const lines = page.all('code > .line');
    expect(lines.map(getText)).toEqual(['let a;', '', 'let c; // é']);
    expect(lines.map((line) => getAttribute(line, 'dataSteps'))).toEqual(['0', '1', '1']);
    expect(page.all('.marked').map(getText)).toEqual(['let a;']);
    expect(page.all('.fragment.turn')).toHaveLength(1);
    expect(page.all('.code-word')).toHaveLength(2);
  });

  it('are not marked in other code or on other pages', async () => {
    expect((await render('```js\nlet a;\n```')).html).not.toContain('class="line');
    const { html } = await renderer.block('```js [1]\na\n```', { math: true, highlight: true });
    expect(html).not.toMatch(/class="line|data-meta/);
  });
});
