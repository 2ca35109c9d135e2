import { describe, expect, test } from 'vitest';
import { parseCitation } from '../../../src/model/publication/citation.ts';

const parse = (citation: string, title = 'Ebb', venue = 'Journal of Tides') =>
  parseCitation(citation, { title, venue });

describe('the authors of a citation', () => {
  test.each([
    [
      'Fjord, Ida, Jon A. Sund, and Mia Strand (2012). "Ebb."',
      ['Ida Fjord', 'Jon A. Sund', 'Mia Strand'],
    ],
    ['Fjord, Ida and Jon Sund (2013). "Ebb."', ['Ida Fjord', 'Jon Sund']],
    ['Ida Fjord and Jon Sund. 2014. "Ebb."', ['Ida Fjord', 'Jon Sund']],
    ['Sund, J. and Fjord, I. "Ebb." In Proceedings.', ['J. Sund', 'I. Fjord']],
    ['Sund, J., Fjord, I., & Strand, M.-A. (2014). Ebb.', ['J. Sund', 'I. Fjord', 'M.-A. Strand']],
    ['Fjord, Ida, Sund, Jon, and Strand, Mia, 2014, Ebb', ['Ida Fjord', 'Jon Sund', 'Mia Strand']],
    ['Fjord, I., J. Sund, and M. Strand. 2014. Ebb.', ['I. Fjord', 'J. Sund', 'M. Strand']],
    ['Fjord I, Sund JA, and Strand M (2014) Ebb.', ['Fjord I', 'Sund JA', 'Strand M']],
    ['Sund, Jon; Fjord, Ida (2014). Ebb.', ['Jon Sund', 'Ida Fjord']],
    ['Ida Fjord; Jon Sund; (in press). Ebb.', ['Ida Fjord', 'Jon Sund']],
    ['van der Berg, Ida and de Vries, Jon (2014)', ['Ida van der Berg', 'Jon de Vries']],
    ['García López, Ana, Pérez Ruiz, Juan (2014)', ['Ana García López', 'Juan Pérez Ruiz']],
    [
      'Mar, Ana del Sol, Garcia, Ivo de Oliveira, and Lin, Bo (2014)',
      ['Ana del Sol Mar', 'Ivo de Oliveira Garcia', 'Bo Lin'],
    ],
    ['King, Martin L., Jr. and Fjord, Ida (1960)', ['Martin L. King Jr.', 'Ida Fjord']],
    ['Ida Fjord, PhD, and Jon Sund, M.D. (2014). Ebb.', ['Ida Fjord', 'Jon Sund']],
    ['<b>Fjord, Ida</b>, Sund, Jon (2014). Ebb.', ['Ida Fjord', 'Jon Sund']],
    ['Fjord, I. et al. (2014). Ebb.', ['I. Fjord', 'et al.']],
    ['Ida Fjord, Jon Sund. &ldquo;Ebb.&rdquo;', ['Ida Fjord', 'Jon Sund']],
    ["I. O'Hara and J. D'Angelo. 'Ebb.' Tides.", ["I. O'Hara", "J. D'Angelo"]],
    ['Ida Fjord and Jon Sund: Ebb. Journal of Tides.', ['Ida Fjord', 'Jon Sund']],
    ['Fjord, Ida (2014). Ebb.', ['Ida Fjord']],
    ['The Tide Collaboration (2014). Ebb.', ['The Tide Collaboration']],
    ['Tides (2014). Ebb.', ['Tides']],
  ])('are split: %s', (citation, authors) => {
    expect(parse(citation).authors).toEqual(authors);
  });

  test.each([
    'Fjord, Sund, and Strand (2014). Ebb.',
    'Fjord, Ida, the Tide group, Sund (2014). Ebb.',
    'Ida, Jon Sund and Mia (2014). Ebb.',
  ])('stay as they were written if they are ambiguous: %s', (citation) => {
    expect(parse(citation).authors).toEqual([citation.replace(' (2014). Ebb.', '')]);
  });

  test.each(['Ebb. Journal of Tides', 'words alone', ''])('are unknown in %j', (citation) => {
    expect(parse(citation).authors).toBeUndefined();
  });
});

test('a title may contain any characters', () => {
  const title = 'Ebb-and-flow: [f(x)] + $5/2 *and* {more}?';
  expect(parse(`Ida Fjord. ${title} Journal of Tides 2(3)`, title)).toEqual({
    ...{ authors: ['Ida Fjord'], volume: '2', issue: '3' },
  });
});

test.each([
  ['A. B (2012). "Ebb." Journal of Tides 23(4):1-14.', '23', '4', '1–14'],
  ['A. B (2012). "Ebb." <i>Journal of Tides</i>, 23 (4), pp. 1--14.', '23', '4', '1–14'],
  ['A. B (2013). "Ebb." Journal of Tides 24.', '24', undefined, undefined],
  ['A. B. 2014. "Ebb." Journal of Tides 25(2), Article 9.', '25', '2', undefined],
  ['A. B (2009). "Ebb." <i>Journal of Tides</i>. 1(1).', '1', '1', undefined],
  ['A. B (2009). "Ebb." Journal of Tides 24:e1-e14.', '24', undefined, 'e1–e14'],
  ['A. B. "Ebb," Journal of Tides, vol. 23, no. 4, pp. 1–14, 2012.', '23', '4', '1–14'],
  ['A. B (2009). "Ebb." Journal of Tides, 2009.', undefined, undefined, undefined],
  ['A. B (2009). "Ebb 3(4)." In Proceedings of Tides 2015.', undefined, undefined, undefined],
  ['A. B (2009). "Ebb." Journal of Tides (2009).', undefined, undefined, undefined],
])('finds the volume, issue and pages after the title: %s', (citation, volume, issue, page) => {
  const { authors: _, ...place } = parse(citation, /Ebb(?: 3\(4\))?/.exec(citation)?.[0]);
  expect({ volume: undefined, issue: undefined, page: undefined, ...place }).toEqual({
    volume,
    issue,
    page,
  });
});
