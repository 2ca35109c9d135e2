import { describe, expect, it } from 'vitest';
import {
  createReferenceCheck,
  createReferenceFinder,
  declaredReferences,
} from '../../../src/model/page/references.ts';

const bound = { slug: 'bound', identifiers: ['Doe2024', '10.1000/AB', 'old-file'] };
const other = { slug: 'other', identifiers: ['bound', 'DBLP:conf/nips/Doe21'] };

describe('a page is found', () => {
  const find = createReferenceFinder([other, bound]);
  it.each([
    ['its address, before the other names of another', 'bound', bound],
    ['capitals and blanks aside', ' BOUND ', bound],
    ['its file', 'old-file', bound],
    ['its BibTeX key', 'doe2024', bound],
    ['a key with slashes', 'DBLP:conf/nips/Doe21', other],
    ['its DOI', '10.1000/ab', bound],
    ['its DOI with a resolver', 'https://doi.org/10.1000/ab', bound],
    ['its DOI in words', 'doi: 10.1000/AB', bound],
    ['the path of a theme', 'content/publication/bound/index.md', bound],
    ['a path and a file', 'publication/old-file.md', bound],
    ['an address', '/publications/other/', other],
    ['nothing', 'bounds', undefined],
    ['no text', '', undefined],
    ['the name of a property of objects', 'constructor', undefined],
  ])('by %s', (_, name, page) => expect(find(name)).toBe(page));
});

it('declaredReferences reads the keys of the sections, but not the venue of a publication', () => {
  const page = { publications: ['a'], publication: 'In *J*', project: ['b'], talks: ['c'] };
  expect(declaredReferences(page).map(({ section, name, path }) => [section, name, path])).toEqual([
    ['talks', 'c', ['talks', 0]],
    ['publications', 'a', ['publications', 0]],
    ['projects', 'b', ['project', 0]],
  ]);
  expect(declaredReferences({ publication: ['a'] })).toMatchObject([{ path: ['publication', 0] }]);
});

describe('an unknown name', () => {
  const check = createReferenceCheck({ publications: [bound, other], talks: [] });
  const said = (page: Parameters<typeof check>[0]) =>
    check(page).map(({ code, message, remedy }) => `${code} ${message}. ${remedy}`);

  it.each([
    [
      'a slip',
      { publications: ['buond'] },
      'unknown-page there is no publication "buond", so the page does not link to it. Did you mean bound?',
    ],
    [
      'a key',
      { publications: ['deo2024'] },
      'unknown-page there is no publication "deo2024", so the page does not link to it. Did you mean Doe2024?',
    ],
    [
      'its beginning',
      { publications: ['boun'] },
      'unknown-page there is no publication "boun", so the page does not link to it. Did you mean bound?',
    ],
    [
      'its end',
      { publications: ['bound-of-2024'] },
      'unknown-page there is no publication "bound-of-2024", so the page does not link to it. Did you mean bound?',
    ],
    [
      'no page near',
      { publications: ['elsewhere'] },
      'unknown-page there is no publication "elsewhere", so the page does not link to it. Write its folder name, BibTeX key or DOI, or delete the name.',
    ],
    [
      'an empty section',
      { talks: ['nyu'] },
      'unknown-page there is no talk "nyu", because the site has no talks. Add the talk, or delete the name.',
    ],
  ])('%s is told', (_, page, message) => expect(said(page)).toEqual([message]));

  it.each([
    ['what is there', { publications: ['Bound', '10.1000/ab'] }],
    ['what a template left', { projects: ['internal-project', 'example'] }],
    ['nothing', {}],
  ])('nothing is said of %s', (_, page) => expect(said(page)).toEqual([]));
});
