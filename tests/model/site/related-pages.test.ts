import { describe, expect, it } from 'vitest';
import { toProject } from '../../../src/model/project/project.ts';
import { relatePages, type PagesBySection } from '../../../src/model/site/related-pages.ts';
import { projectSchema } from '../../../src/schema/project.ts';
import { makePost } from '../../helpers/post.ts';
import { makePublication } from '../../helpers/publication.ts';
import { makeTalk, site } from '../../helpers/talk.ts';

type Keys = Record<string, unknown>;
const now = Date.UTC(2025, 0, 1);
const read = {
  texts: {},
  hasBody: false,
  hasMath: false,
  hasPlayer: false,
  findFile: () => undefined,
};
const talk = (slug: string, keys: Keys = {}) => makeTalk(keys, { slug });
const project = (slug: string, keys: Keys = {}) =>
  toProject({ ...read, slug, frontMatter: projectSchema.parse({ title: 'T', ...keys }) }, site);
const paper = (slug: string, keys: Keys = {}, knownAs: string[] = []) =>
  makePublication(keys, slug, { knownAs });

function tie(pages: Partial<PagesBySection>) {
  const none = { talks: [], publications: [], projects: [], posts: [], teaching: [], pages: [] };
  const tied = relatePages({ ...none, ...pages }, now);
  return (href: string) =>
    (tied.get(href) ?? []).map(
      ({ title, ties }) => `${title}: ${ties.map(({ page }) => page.slug).join(' ')}`,
    );
}

describe('pages that go together', () => {
  const of = tie({
    talks: [talk('b', { publications: ['10.1/x'], projects: ['p'] }), talk('a', { project: 'p' })],
    publications: [
      paper('x', { projects: ['P', 'gone'] }, ['10.1/x']),
      paper('y', { talks: ['a'] }),
    ],
    projects: [project('p'), project('q', { projects: ['p'] })],
    posts: [makePost({ projects: ['p'], publications: ['y'] }, 'n')],
  });

  it('are listed on both, section by section, each in the order of its list', () => {
    expect(of('/projects/p/')).toEqual(['Talks: b a', 'Publication: x', 'Project: q', 'Post: n']);
    expect(of('/talks/b/')).toEqual(['Publication: x', 'Project: p']);
    expect(of('/talks/a/')).toEqual(['Publication: y', 'Project: p']);
    expect(of('/publications/x/')).toEqual(['Talk: b', 'Project: p']);
    expect(of('/publications/y/')).toEqual(['Talk: a', 'Post: n']);
    expect(of('/posts/n/')).toEqual(['Publication: y', 'Project: p']);
  });

  it('are listed once, whichever of them says so, and none with itself', () => {
    const found = tie({
      talks: [talk('a', { publications: ['x', 'x'], publication: 'x', talks: ['a'] })],
      publications: [paper('x', { talks: ['a'] })],
    });
    expect([found('/talks/a/'), found('/publications/x/')]).toEqual([
      ['Publication: x'],
      ['Talk: a'],
    ]);
  });

  it('are not led to where they are private', () => {
    const found = tie({
      talks: [talk('a', { private: true, projects: ['p'] })],
      projects: [project('p')],
    });
    expect([found('/talks/a/'), found('/projects/p/')]).toEqual([['Project: p'], []]);
  });
});

it('says where and when the other was', () => {
  const talks = [talk('a', { event: 'Seminar', date: '2021-05-05', publications: ['x'] })];
  const publications = [paper('x', { publication: 'In *J*', date: '2020-01-01' })];
  const tied = relatePages(
    { talks, publications, projects: [], posts: [], teaching: [], pages: [] },
    now,
  );
  const firstOf = (href: string) => tied.get(href)?.[0]?.ties[0];
  expect(firstOf('/publications/x/')).toMatchObject({ where: { text: 'Seminar' }, year: 2021 });
  expect(firstOf('/talks/a/')).toMatchObject({ where: { text: 'In *J*' }, year: 2020 });
});
