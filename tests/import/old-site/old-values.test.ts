import { expect, test } from 'vitest';
import { stripHtml } from '../../../src/import/old-site/old-values.ts';

test.each([
  ['Accomplish&shy;ments', 'Accomplishments'],
  ['<i class="icon"></i> News &amp; views', 'News & views'],
  ['Q&nbsp;&nbsp;&amp; A', 'Q & A'],
  ['Caf&eacute; &frac12; &rarr; home', 'Café ½ → home'],
  ['Fish & chips; R&D;', 'Fish & chips; R&D;'],
  ['&nosuch; &constructor;', '&nosuch; &constructor;'],
])('reads the text of %j as %j', (html, text) => {
  expect(stripHtml(html)).toBe(text);
});
