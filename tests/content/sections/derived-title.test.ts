import { expect, test } from 'vitest';
import { findFirstHeading } from '../../../src/content/sections/derived-title.ts';

test.each([
  ['# Ebb\n\n---\n\n## Flow', 'Ebb'],
  ['\n\n---\n\n### *Flow* in $x^2$ ###\n', '*Flow* in $x^2$'],
  ['Ebb and flow\n===\n\n# Later', 'Ebb and flow'],
  ['<section data-state="x"><h1 class="big">Ebb <em>and</em> flow</h1></section>', 'Ebb and flow'],
  ['# Ebb {#ebb .smaller}\n', 'Ebb'],
  ['# {{< icon name="water" >}} Ebb', 'Ebb'],
  ['```r\n# a comment\n```\n\n# Ebb\n', 'Ebb'],
  ['~~~~\n# a comment\n~~~\n# another\n~~~~\n# Ebb\n', 'Ebb'],
  ['<!-- # Old -->\n# Ebb', 'Ebb'],
  ['# <br>\n\n## Ebb', 'Ebb'],
  ['#hashtag and words\n', undefined],
  ['', undefined],
])('finds the first heading of %j', (body, heading) => {
  expect(findFirstHeading(body)).toBe(heading);
});
