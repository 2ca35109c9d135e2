import type { SchemaContext } from 'astro/content/config';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { collections } from '../../src/content/collections.ts';

const createSchema = collections.posts.schema as (context: SchemaContext) => z.ZodType;

/** Returns the schema of an entry whose images Astro marks with a prefix. */
function withImages(prefix: string) {
  const image = () => z.string().transform((path) => prefix + path);
  return createSchema({ image: image as unknown as SchemaContext['image'] });
}

const post = {
  ...{ slug: 'a', identifiers: [], frontMatter: { title: 'A' }, texts: {}, attachments: [] },
  ...{ files: { 'a.pdf': { href: '/a.pdf', bytes: 1, preview: './a.png' } }, image: './b.png' },
  ...{ hasBody: true, hasMath: false, hasPlayer: false, extra: undefined, findings: [] },
  lookedUp: { files: new Map(), pages: new Map(), images: new Map() },
};

test('entries share a schema, which marks their images', () => {
  expect(withImages('').parse(post)).toMatchObject({ image: './b.png' });
  expect(withImages('IMAGE:').parse(post)).toMatchObject({
    image: 'IMAGE:./b.png',
    files: { 'a.pdf': { preview: 'IMAGE:./a.png' } },
  });
  expect(withImages('IMAGE:')).toBe(withImages('IMAGE:'));
});
