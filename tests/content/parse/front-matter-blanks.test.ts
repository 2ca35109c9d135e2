import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/content/parse/front-matter.ts';

function read(text: string) {
  const result = readFrontMatter(text);
  if ('failure' in result) throw new Error(result.failure.message);
  return result;
}

describe('blanks of word processors', () => {
  it.each([
    ['after a colon', '---\ntitle:\u00A0A talk\n---\n', { title: 'A talk' }],
    ['a thin one after a colon', '---\ntitle:\u2009A talk\n---\n', { title: 'A talk' }],
    ['before a colon', '---\ntitle\u00A0: A talk\n---\n', { title: 'A talk' }],
    [
      'in the indentation',
      '---\naddress:\n\u00A0 \u00A0 city: Lyon\n\u00A0 \u00A0 country: France\n---\n',
      { address: { city: 'Lyon', country: 'France' } },
    ],
    ['after a hyphen', '---\ntags:\n -\u00A0a\n -\u3000b\n---\n', { tags: ['a', 'b'] }],
    [
      'in a map of a list',
      '---\nlinks:\n\u00A0\u00A0-\u00A0name:\u00A0Notes\n\u00A0\u00A0\u00A0\u00A0url: a.pdf\n---\n',
      { links: [{ name: 'Notes', url: 'a.pdf' }] },
    ],
    ['in TOML', '+++\ntitle\u00A0=\u00A0"A talk"\n+++\n', { title: 'A talk' }],
  ])('are spaces %s', (_, text, data) => {
    expect(read(text).data).toEqual(data);
  });

  it('stay in values', () => {
    const text = '---\ntitle: 5\u00A0°C\nabstract: |\n  Voilà\u00A0: 3\u00A0€\n---\n';
    expect(read(text).data).toEqual({ title: '5\u00A0°C', abstract: 'Voilà\u00A0: 3\u00A0€\n' });
  });
});

describe('a # that cuts off a value', () => {
  it.each([
    ['title: Seminar #3 on growth', 'title', 'only "Seminar"', '"Seminar #3 on growth"', 16],
    ['title: #1 problem', 'title', 'empty', '"#1 problem"', 8],
    ['tags:\n  - C #sharp', 'tags.0', 'only "C"', '"C #sharp"', 7],
    ['address:\n  street: Flat #4', 'address.street', 'only "Flat"', '"Flat #4"', 16],
    ['event: The "new" #maths', 'event', 'only "The "new""', `'The "new" #maths'`, 18],
  ])('is reported: %s', (yaml, path, found, remedy, column) => {
    const [finding, ...others] = read(`---\n${yaml}\n---\n`).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'front-matter/cut-off' });
    expect(finding?.path.join('.')).toBe(path);
    expect(finding?.message).toContain(found);
    expect(finding?.remedy).toContain(remedy);
    expect(finding?.position).toEqual({ line: yaml.split('\n').length + 1, column });
  });

  it.each([
    ['title: A talk # a comment'],
    ['title: "A talk" #comment'],
    ['title: C#'],
    ['title: A#1'],
    ['draft: true #for now'],
    ['date: #'],
    ['# title: #1'],
    ['abstract: |\n  In room #4.'],
    ['tags: ["#1", b]'],
  ])('is a comment or a character in %s', (yaml) => {
    expect(read(`---\n${yaml}\n---\n`).findings).toEqual([]);
  });
});
