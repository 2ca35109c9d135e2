import { toPost, type Post, toPostTexts } from '../../../src/model/post/post.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { postSchema } from '../../../src/schema/post.ts';

/** Creates a post from front matter, with texts that are not rendered. */
export function makePost(keys: Record<string, unknown> = {}, slug = 'post', base = '/'): Post {
  const frontMatter = postSchema.parse({ title: 'T', ...keys });
  const texts = Object.fromEntries(
    toPostTexts(frontMatter).map(({ name, value }) => [name, { html: value, text: value }]),
  );
  const source = { slug, frontMatter, texts, hasBody: false, hasMath: false, hasPlayer: false };
  return toPost(
    { ...source, findFile: () => undefined },
    {
      owner: 'Ada Example',
      timezone: 'Europe/Vienna',
      z: 'utc',
      addresses: createAddresses(base),
    },
  );
}
