import { describe, expect, it, test } from 'vitest';
import { citeTalkAsBibtex, citeTalkAsText } from '../../../src/model/talk/cite-talk.ts';
import { firstDelivery, makeTalk } from '../../helpers/make/talk.ts';

const url = 'https://example.org/talks/talk/';
type Keys = Record<string, unknown>;

function bibtex(keys: Keys): string {
  const talk = makeTalk(keys, { slug: 'talk' });
  return citeTalkAsBibtex(
    { talk, delivery: firstDelivery(talk) },
    { title: String(keys['title'] ?? 'T') },
    url,
  );
}

test.each([
  [
    'The *Drosophila* [clock](https://x.example) &amp; `a_b` of H<sub>2</sub>O',
    '{The \\emph{Drosophila} clock \\& a\\_b of H\\textsubscript{2}O}',
  ],
  ['A* search in $L*a*b*$ and C*-algebras', '{A* search in $L*a*b*$ and C*-algebras}'],
])('the title %s is TeX in BibTeX', (title, tex) => {
  expect(parseBibtex(bibtex({ title })).fields['title']).toBe(tex);
});

/** Reads one entry as BibTeX does: a value ends where its braces close. */
function parseBibtex(text: string) {
  const [, type = '', key = '', rest = ''] = /^@(\w+)\{([^,\s]*),\n([\s\S]*)\}$/.exec(text) ?? [];
  const fields: Record<string, string> = {};
  let at = 0;
  for (let name = /\s*(\w+) = \{/y, match; (match = execAt(name, rest, at));) {
    let depth = 1;
    let end = match.end;
    for (; depth > 0 && end < rest.length; end += 1) {
      depth += { '{': 1, '}': -1 }[rest.charAt(end)] ?? 0;
    }
    fields[match.name] = rest.slice(match.end, end - 1);
    at = end + 1;
  }
  return { type, key, fields, rest: rest.slice(at).trim() };
}

function execAt(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && { name: match[1] ?? '', end: pattern.lastIndex };
}

describe('citeTalkAsBibtex', () => {
  it('contains the speaker, title, date and place', () => {
    const keys = {
      title: 'Compression in deep learning',
      authors: ['Ada Example', 'José Núñez'],
      event: 'Spring Seminar',
      location: 'Hall 3',
      address: { city: 'Kraków' },
    };
    expect(parseBibtex(bibtex(keys))).toEqual({
      type: 'misc',
      key: 'example2021compression',
      fields: {
        author: 'Ada Example and José Núñez',
        title: '{Compression in deep learning}',
        year: '2021',
        month: '9',
        howpublished: 'Talk at Spring Seminar',
        address: 'Hall 3, Kraków',
        url,
      },
      rest: '',
    });
  });

  it.each([
    ['formulas stay TeX', 'Bounds on $I(X;T)_\\%$', 'Bounds on $I(X;T)_\\%$'],
    ['marks outside are escaped', 'R&D: 50% of #1_a', 'R\\&D: 50\\% of \\#1\\_a'],
    ['both', 'A & B of $x & y$', 'A \\& B of $x & y$'],
    ['money is no formula', 'From $5 to $10', 'From \\$5 to \\$10'],
    ['an escaped mark stays so', 'For \\$5 and $x$', 'For \\$5 and $x$'],
    ['the rest is spelled out', 'a~b^c', 'a\\textasciitilde{}b\\textasciicircum{}c'],
  ])('writes titles for TeX: %s', (_, title, expected) => {
    expect(parseBibtex(bibtex({ title })).fields['title']).toBe(`{${expected}}`);
  });

  it.each(['a } b', 'a { b', '}{', '\\', 'a \\} b'])(
    'is valid BibTeX with the title %s',
    (title) => {
      const { fields, rest } = parseBibtex(bibtex({ title, authors: ['A } B'], event: '{' }));
      expect([rest, fields['url'], fields['year']]).toEqual(['', url, '2021']);
    },
  );

  it.each([
    ['Ada Example', 'The Art of Talking', 'example2021talking'],
    ['José Núñez', 'Über Kürze', 'nunez2021uber'],
    ['Ada', 'On it', 'ada2021talk'],
    ['山田 太郎', 'On compression', '2021compression'],
  ])('makes a key of plain letters from %s and %s', (author, title, key) => {
    expect(parseBibtex(bibtex({ title, authors: [author] })).key).toBe(key);
  });
});

describe('citeTalkAsText', () => {
  it.each([
    [
      'a seminar',
      { title: 'On $x^2$', event: 'Seminar', location: 'Kraków' },
      `Ada Example. “On x².” Talk at Seminar, Kraków, 22 September 2021. ${url}`,
    ],
    [
      'no event',
      { title: 'On x', date_end: '2021-09-24', authors: ['A', 'B'] },
      `A, B. “On x.” Talk, 22–24 September 2021. ${url}`,
    ],
    ['a question', { title: 'Why?' }, `Ada Example. “Why?” Talk, 22 September 2021. ${url}`],
  ])('cites %s', (_, keys, expected) => {
    const talk = makeTalk(keys);
    expect(citeTalkAsText({ talk, delivery: firstDelivery(talk) }, url, 'en-GB')).toBe(expected);
  });
});
