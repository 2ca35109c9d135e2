import { describe, expect, it } from 'vitest';
import { toProject } from '../../../src/model/project/project.ts';
import { relatePages, type PagesBySection } from '../../../src/model/site/related-pages.ts';
import { projectSchema } from '../../../src/schema/project.ts';
import { makePost } from '../../helpers/make/post.ts';
import { makePublication } from '../../helpers/make/publication.ts';
import { makeTalk, site } from '../../helpers/make/talk.ts';

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
const paper = (slug: string, keys: Keys = {}, identifiers: string[] = []) =>
  makePublication(keys, slug, { identifiers });

function createGroupFormatter(pages: Partial<PagesBySection>) {
  const none = { talks: [], publications: [], projects: [], posts: [], teaching: [], pages: [] };
  const groups = relatePages({ ...none, ...pages }, now);
  return (href: string) =>
    (groups.get(href) ?? []).map(
      ({ title, pages: related }) => `${title}: ${related.map(({ page }) => page.slug).join(' ')}`,
    );
}

describe('related pages', () => {
  const of = createGroupFormatter({
    talks: [talk('b', { publications: ['10.1/x'], projects: ['p'] }), talk('a', { project: 'p' })],
    publications: [
      paper('x', { projects: ['P', 'gone'] }, ['10.1/x']),
      paper('y', { talks: ['a'] }),
    ],
    projects: [project('p'), project('q', { projects: ['p'] })],
    posts: [makePost({ projects: ['p'], publications: ['y'] }, 'n')],
  });

  it('are listed on both pages, by section, each in the order of its list', () => {
    expect(of('/projects/p/')).toEqual(['Talks: b a', 'Publication: x', 'Project: q', 'Post: n']);
    expect(of('/talks/b/')).toEqual(['Publication: x', 'Project: p']);
    expect(of('/talks/a/')).toEqual(['Publication: y', 'Project: p']);
    expect(of('/publications/x/')).toEqual(['Talk: b', 'Project: p']);
    expect(of('/publications/y/')).toEqual(['Talk: a', 'Post: n']);
    expect(of('/posts/n/')).toEqual(['Publication: y', 'Project: p']);
  });

  it('are listed once, whichever refers to the other, and never on themselves', () => {
    const found = createGroupFormatter({
      talks: [talk('a', { publications: ['x', 'x'], publication: 'x', talks: ['a'] })],
      publications: [paper('x', { talks: ['a'] })],
    });
    expect([found('/talks/a/'), found('/publications/x/')]).toEqual([
      ['Publication: x'],
      ['Talk: a'],
    ]);
  });

  it('are not listed if they are private', () => {
    const found = createGroupFormatter({
      talks: [talk('a', { private: true, projects: ['p'] })],
      projects: [project('p')],
    });
    expect([found('/talks/a/'), found('/projects/p/')]).toEqual([['Project: p'], []]);
  });
});

it('a related page has its venue and year', () => {
  const talks = [talk('a', { event: 'Seminar', date: '2021-05-05', publications: ['x'] })];
  const publications = [paper('x', { publication: 'In *J*', date: '2020-01-01' })];
  const groups = relatePages(
    { talks, publications, projects: [], posts: [], teaching: [], pages: [] },
    now,
  );
  const firstOf = (href: string) => groups.get(href)?.[0]?.pages[0];
  expect(firstOf('/publications/x/')).toMatchObject({ where: { text: 'Seminar' }, year: 2021 });
  expect(firstOf('/talks/a/')).toMatchObject({ where: { text: 'In *J*' }, year: 2020 });
});
