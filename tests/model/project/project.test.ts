import { describe, expect, it } from 'vitest';
import { sortProjects, toProject } from '../../../src/model/project/project.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { toPageTexts } from '../../../src/model/page/page-texts.ts';
import { projectSchema } from '../../../src/schema/project.ts';
import { createFileFinder } from '../../helpers/make/talk.ts';

const site = {
  owner: 'Ada Example',
  timezone: 'Europe/Vienna',
  z: 'utc' as const,
  addresses: createAddresses('/sub'),
};

function make(keys: Record<string, unknown> = {}, slug = 'shelf') {
  const frontMatter = projectSchema.parse({ title: 'T', ...keys });
  const source = { slug, frontMatter, texts: {}, hasBody: false, hasMath: false, hasPlayer: false };
  return toProject({ ...source, findFile: createFileFinder('p.pdf') }, site);
}

it('a project has its abstract as the summary if an older theme has nothing else', () => {
  const summaryOf = (keys: object) =>
    toPageTexts(projectSchema.parse({ title: 'T', ...keys })).find(
      ({ name }) => name === 'summary',
    );
  expect(summaryOf({ summary: '', abstract: 'Of knots.' })?.value).toBe('Of knots.');
  expect(summaryOf({ summary: 'Short.', abstract: 'Of knots.' })?.value).toBe('Short.');
});

it('a project may have links in its subtitle', () => {
  const texts = toPageTexts(
    projectSchema.parse({ title: 'T', subtitle: '[Ada](https://a.example)' }),
  );
  expect(texts.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    'title: title',
    'subtitle: line',
  ]);
});

describe('a list of projects', () => {
  const order = (...projects: ReturnType<typeof make>[]) =>
    sortProjects(projects).map(({ slug }) => slug);

  it('starts with the newest and ends with projects without a date', () => {
    const old = make({ date: '2019-05-01' }, 'old');
    const recent = make({ date: '2024-05-01' }, 'recent');
    expect(order(make({}, 'b'), old, recent, make({}, 'a'))).toEqual(['recent', 'old', 'a', 'b']);
  });

  it('is sorted by weight if there is one, as in Hugo', () => {
    const first = make({ weight: 5, date: '2001-01-01' }, 'first');
    const second = make({ weight: '10' }, 'second');
    const none = make({ weight: 0, date: '2025-01-01' }, 'none');
    expect(order(none, second, first)).toEqual(['first', 'second', 'none']);
  });

  it.each([
    ['https://a.example/x', 'https://a.example/x'],
    ['www.a.example/x', 'https://www.a.example/x'],
    ['p.pdf', '/p.pdf'],
    ['gone.pdf', '/sub/projects/shelf/'],
    ['', '/sub/projects/shelf/'],
  ])('links to the target of external_link %j: %s', (external_link, listHref) => {
    expect(make({ external_link })).toMatchObject({
      listHref,
      href: '/sub/projects/shelf/',
    });
  });

  it('links to the target of redirect_to, a key of Jekyll', () => {
    const project = make({ redirect_to: 'https://a.example/x' });
    expect(project.listHref).toBe('https://a.example/x');
    expect(project.links.map(({ href }) => href)).toEqual(['https://a.example/x']);
  });
});

it('a project has no default author', () => {
  expect(make().authors).toEqual([]);
  expect(make({ authors: ['admin', 'B. Sample'] }).authors.map(({ name }) => name)).toEqual([
    'Ada Example',
    'B. Sample',
  ]);
});
