import { checkPost, postTexts } from '../../model/post/post.ts';
import { postSchema, type PostFrontMatter } from '../../schema/post.ts';
import { plainSection } from './plain-section.ts';
import type { Section } from './section.ts';

const plain = plainSection({ name: 'posts', noun: 'post', schema: postSchema });

/** `content/posts/`. */
export const postSection: Section<PostFrontMatter> = {
  ...plain,
  texts: postTexts,
  check: (post, findFile, context) => [
    ...plain.check(post, findFile, context),
    ...checkPost(post, context),
  ],
  highlights: true,
  // The pages of the list after its first.
  reserved: Array.from({ length: 99 }, (_, i) => String(i + 2)),
};
