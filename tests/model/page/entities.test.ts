import { expect, test } from 'vitest';
import { decodeEntities } from '../../../src/model/page/entities.ts';

test.each([
  ['R&amp;D &lt; 5 &#8211; 6 &#x2013; &uuml;&nbsp;', 'R&D < 5 – 6 – ü\u00a0'],
  ['&unknown; & &#0; &#xD800; &#1114112; &#x7f;', '&unknown; & &#0; &#xD800; &#1114112; &#x7f;'],
])('decodes %s', (source, text) => expect(decodeEntities(source)).toBe(text));
