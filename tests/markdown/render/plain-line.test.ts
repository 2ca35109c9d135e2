import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInlineRenderer } from '../../../src/markdown/render/inline-renderer.ts';
import { isPlainLine } from '../../../src/markdown/render/plain-line.ts';

const inline = createInlineRenderer('/sub');
const pieces = [
  ...' .,:;!?-+=#()/|^~%@"\'1a\u00A0é\u0085\uFEFF\u2028\u{1F600}',
  ...[
    'word',
    '1. ',
    '# ',
    '- ',
    '--',
    '...',
    '. . .',
    'www.a.example',
    'https://a.example',
    "it's",
  ],
];
const marks = [...'*_`$\\&<>[]{}\n\t\0', '  '];
const text = fc
  .array(
    fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.constantFrom(...marks) },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe.each(['title', 'line'] as const)('a plain %s', (kind) => {
  // The renderer parses a text with a formula.
  const render = (source: string) => inline(source, { kind, math: true });
  const formula = render('$a$');

  it('is what Markdown makes of it', () => {
    fc.assert(
      fc.property(text, (source) => {
        fc.pre(isPlainLine(source, kind));
        expect(render(source)).toEqual({ html: source, text: source, findings: [] });
        expect(render(`${source} $a$`)).toMatchObject({
          html: `${source} ${formula.html}`,
          text: `${source} ${formula.text}`,
        });
        expect(render(`$a$ ${source}`)).toMatchObject({
          html: `${formula.html} ${source}`,
          text: `${formula.text} ${source}`,
        });
      }),
      { numRuns: 100 },
    );
  });
});

it('has no mark of Markdown, TeX or shortcodes', () => {
  for (const mark of marks) expect(isPlainLine(`a${mark}b`, 'title'), mark).toBe(false);
  expect(isPlainLine('A talk on growth: 1. Forms', 'line')).toBe(true);
  expect(isPlainLine("Noether's theorem", 'title')).toBe(true);
  expect(isPlainLine("Noether's theorem", 'line')).toBe(false);
});
