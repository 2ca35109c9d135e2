import { wcagContrast } from 'culori';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/project-node.mjs';
import { codeClasses } from '../../../src/markdown/code/rehype-highlight.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { getAttribute, parsePage, getText } from '../../helpers/read/html.ts';

const renderer = await createTextRenderer('/');

async function render(text: string, highlight = true) {
  const { html } = await renderer.block(text, { math: true, highlight });
  const page = parsePage(html);
  const inked = page
    .all('pre span')
    .map((span) => `${getAttribute(span, 'className')} ${getText(span)}`);
  return { html, inked };
}

const python = '```python\ndef f(x):  # half of it\n    return "a" * (x < 0.5)\n```';

describe('code with a language', () => {
  it('is highlighted with classes, without inline styles', async () => {
    const { html, inked } = await render(python);
    expect(inked).toEqual([
      'code-word def',
      'code-value f',
      'code-remark # half of it',
      'code-word return',
      'code-text "a"',
      'code-value 0.5',
    ]);
    expect(html).not.toContain('style=');
  });

  it('keeps every character', async () => {
    const code = 'a <- "<b>&amp;"\n\n\tx % y # é\n';
    const { html } = await render(`\`\`\`r\n${code}\`\`\``);
    expect(html).toContain('code-text');
    const [, shown = ''] = /<code[^>]*>([\s\S]*)<\/code>/.exec(html) ?? [];
    const text = shown
      .replace(/<[^>]+>/g, '')
      .replace(/&#x3C;|&lt;/g, '<')
      .replace(/&#x26;|&amp;/g, '&');
    expect(text.trimEnd()).toBe(code.trimEnd());
  });

  it('accepts languages in any case and by their short names', async () => {
    for (const name of ['py', 'Python', 'js', 'c++', 'bash', 'julia'])
      expect((await render(`\`\`\`${name}\n"a" # b\n\`\`\``)).inked, name).not.toEqual([]);
  });
});

it.each([
  ['no language is named', '```\nreturn "a"\n```', true],
  ['nobody knows the language', '```nosuch\nreturn "a"\n```', true],
  ['the language is a word that every object has', '```constructor\nreturn "a"\n```', true],
  ['it is not wanted', python, false],
  ['it stands in a line', 'a `return "a"` b', true],
])('does not highlight code if %s', async (_, text, highlight) => {
  expect((await render(text, highlight)).inked).toEqual([]);
});

it('defines a colour with enough contrast for each class, in light and dark mode', () => {
  const css = readFileSync(join(root, 'src/styles/code.css'), 'utf8');
  const tokens = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
  const pair = (name: string) =>
    new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css + tokens)?.slice(1) ?? [];
  const papers = pair('paper');
  expect(papers).toHaveLength(2);
  expect(Object.values(codeClasses)).toHaveLength(4);
  for (const name of Object.values(codeClasses)) {
    const [, ink = ''] =
      new RegExp(`\\.${name} \\{\\s*color: var\\(--([\\w-]+)\\)`).exec(css) ?? [];
    const colours = pair(ink);
    expect(colours, name).toHaveLength(2);
    for (const [i, colour] of colours.entries())
      expect(wcagContrast(colour, papers[i] ?? ''), `${name} ${colour}`).toBeGreaterThanOrEqual(
        4.5,
      );
  }
});
