import { expect, test } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { replaceEmojiNames } from '../../../src/markdown/source/emoji.ts';
import { applyEdits } from '../../../src/markdown/source/edits.ts';

const replace = (text: string) => applyEdits(text, replaceEmojiNames(text)).text;

test.each([
  [':rocket: done', '🚀 done'],
  ['(:+1:)', '(👍)'],
  ['full marks :100:!', 'full marks 💯!'],
  [':tada::tada:', ':tada::tada:'],
])('%j is %j', (text, replaced) => {
  expect(replace(text)).toBe(replaced);
});

test.each([
  'at 10:30:45',
  'in the ratio 1:100:2',
  ':nosuchname:',
  '`:rocket:`',
  '```\n:rocket:\n```',
  '$a :rocket: b$',
  '<a title=":rocket:">x</a>',
  'https://example.org/:rocket:/',
  ':constructor:',
])('%j stays', (text) => {
  expect(replace(text)).toBe(text);
});

test('titles and captions have emoji, too', () => {
  const { inline } = createTextRenderer('/');
  for (const kind of ['title', 'line'] as const)
    expect(inline('Launch :rocket:', { kind, math: true })).toMatchObject({
      ...{ html: 'Launch 🚀', text: 'Launch 🚀' },
    });
});
