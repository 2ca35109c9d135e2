import type { z } from 'zod';
import type { pageLinks, pageBasics } from '../schema/page-keys.ts';
import type { PostFrontMatter } from '../schema/post.ts';
import type { PublicationFrontMatter } from '../schema/publication.ts';
import type { TalkFrontMatter } from '../schema/talk.ts';
import { firstText, type WrittenText } from './written-text.ts';

type PageFrontMatter = z.output<z.ZodObject<typeof pageBasics & typeof pageLinks>>;

/** The texts that a page of any section but talks has. */
export function pageTexts(
  page: PageFrontMatter & { abstract?: string | undefined },
): WrittenText[] {
  const ofSummary = ['summary', 'abstract_short', 'excerpt', 'description', 'abstract'] as const;
  return [
    ...firstText(page, 'title', 'title'),
    ...firstText(page, 'subtitle', 'line'),
    ...firstText(page, 'summary', 'line', ofSummary),
    ...captionOf(page),
  ];
}

/** The texts of a post. */
export function postTexts(post: PostFrontMatter): WrittenText[] {
  return [...pageTexts(post), ...firstText(post, 'venue', 'line')];
}

/** The texts of a publication. */
export function publicationTexts(page: PublicationFrontMatter): WrittenText[] {
  return [
    ...firstText(page, 'title', 'work'),
    ...pageTexts({ ...page, abstract: undefined }).filter(({ name }) => name !== 'title'),
    ...firstText(page, 'venue', 'line', ['publication', 'venue', 'publication_short']),
    ...firstText(page, 'venueShort', 'line', ['publication_short', 'publication', 'venue']),
    ...firstText(page, 'abstract', 'block'),
  ];
}

/** The words below the picture, which two generations of themes keep in different places. */
export function captionOf({
  image,
  header,
}: Pick<TalkFrontMatter, 'image' | 'header'>): WrittenText[] {
  const [key, value] = image?.caption ? ['image', image.caption] : ['header', header?.caption];
  return value ? [{ name: 'caption', path: [key, 'caption'], value, kind: 'line' }] : [];
}
