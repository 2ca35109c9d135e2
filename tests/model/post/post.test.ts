import { describe, expect, it } from 'vitest';
import { isPublic } from '../../../src/model/page/page.ts';
import {
  groupPostsByYear,
  toPostYears,
  sortPosts,
  type Post,
} from '../../../src/model/post/post.ts';
import { makePost } from '../../helpers/make/post.ts';
import { makeSite } from '../../helpers/make/site.ts';

const slugs = (posts: readonly Post[]) => posts.map(({ slug }) => slug);

describe('the day of a post', () => {
  const seen = (keys: Record<string, unknown>, day: string) =>
    isPublic(makePost(keys), Date.parse(day));

  it('hides it until that day in the time zone of the site', () => {
    expect(seen({ date: '2025-03-01' }, '2025-02-28T22:59Z')).toBe(false);
    expect(seen({ date: '2025-03-01' }, '2025-02-28T23:00Z')).toBe(true);
  });

  it('does not hide it with an earlier publishDate', () => {
    const keys = { date: '2025-03-01', publishDate: '2025-01-01' };
    expect(seen(keys, '2025-02-01')).toBe(true);
    expect(seen({ ...keys, publishDate: '2026-01-01' }, '2025-04-01')).toBe(false);
  });

  it('may be missing', () => {
    expect(seen({}, '2025-01-01')).toBe(true);
  });

  it('comes with the day of the last change, if that is later', () => {
    const changed = (lastmod: string) => makePost({ date: '2025-03-01', lastmod }).changed?.start;
    expect(changed('2025-04-02')).toMatchObject({ year: 2025, month: 4, day: 2 });
    expect(changed('2025-03-01')).toBeUndefined();
    expect(changed('2024-12-31')).toBeUndefined();
  });
});

describe('a list of posts', () => {
  const posts = sortPosts([
    makePost({}, 'undated'),
    makePost({ date: '2024-01-01' }, 'b'),
    makePost({ date: '2025-06-01' }, 'new'),
    makePost({ date: '2024-01-01' }, 'a'),
    makePost({ date: '2023-01-01' }, 'old'),
  ]);

  it('starts with the newest and ends with posts without a date', () => {
    expect(slugs(posts)).toEqual(['new', 'a', 'b', 'old', 'undated']);
  });

  it('is grouped by year', () => {
    const parts = groupPostsByYear(posts).map(({ year, posts: found }) => [year, ...slugs(found)]);
    expect(parts).toEqual([
      [2025, 'new'],
      [2024, 'a', 'b'],
      [2023, 'old'],
      [undefined, 'undated'],
    ]);
  });

  it('has the page on which each year begins', () => {
    expect(toPostYears(posts, 2, makeSite({ base: '/sub' }).addresses)).toEqual([
      { year: 2025, href: '/sub/posts/#year-2025' },
      { year: 2024, href: '/sub/posts/#year-2024' },
      { year: 2023, href: '/sub/posts/2/#year-2023' },
    ]);
  });
});

it('a post has its tags and categories, each once', () => {
  const { tags } = makePost({ tags: ['R', 'Data science'], categories: ['Blog', 'data science'] });
  expect(tags).toEqual(['R', 'Data science', 'Blog']);
});

it('a post refers to its projects', () => {
  const { references } = makePost({ projects: ['shelf'], project: 'bits' });
  expect(references.map(({ name }) => name)).toEqual(['shelf', 'bits']);
});
