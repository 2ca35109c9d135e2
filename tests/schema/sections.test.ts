import { expect, test } from 'vitest';
import { checkSchema } from '../../src/content/parse/check-schema.ts';
import { siteSchema } from '../../src/schema/site.ts';

const check = (sections: unknown) => checkSchema(siteSchema, { name: 'Ada', sections });

test('a section has a title, or a title and a menu text', () => {
  const { value, findings } = check({
    publications: 'Papers',
    posts: { title: 'News and views', menu: 'News' },
    talks: null,
    people: '',
  });
  expect(findings).toEqual([]);
  expect(value?.sections).toEqual({
    publications: { title: 'Papers' },
    posts: { title: 'News and views', menu: 'News' },
  });
});

test('unknown sections and keys are warnings with a suggestion', () => {
  const { value, findings } = check({
    publication: 'Papers',
    posts: { titel: 'News', menu: 'News' },
    projects: ['Software'],
  });
  expect(value?.sections).toEqual({ posts: { menu: 'News' } });
  const lines = findings.map(({ path, code, message, remedy }) =>
    [path.join('.'), code, message, remedy].join(' | '),
  );
  expect(lines).toMatchInlineSnapshot(`
    [
      "sections.projects | site/wrong-shape | sections.projects must be a map, not a list of one item | Write its keys below it, one per line and indented. Known keys: title, menu.",
      "sections.posts.titel | site/unknown-key | "titel" is not a known key in sections.posts, so it is ignored | Did you mean title?",
      "sections.publication | site/unknown-key | "publication" is not a known key in sections, so it is ignored | Did you mean publications?",
    ]
  `);
});
