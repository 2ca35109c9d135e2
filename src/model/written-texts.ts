import type { z } from 'zod';
import type { pageLinks, pageBasics } from '../schema/page-keys.ts';
import type { PostFrontMatter } from '../schema/post.ts';
import type { PublicationFrontMatter } from '../schema/publication.ts';
import type { TalkFrontMatter } from '../schema/talk.ts';
import { writtenDeliveries } from './talk/written-deliveries.ts';
import { firstText, type WrittenText } from './written-text.ts';

/** The texts of a talk. Of several keys with one meaning the newest theme's wins. */
export function writtenTexts(talk: TalkFrontMatter): WrittenText[] {
  return [
    ...firstText(talk, 'title', 'title'),
    ...firstText(talk, 'subtitle', 'line'),
    ...firstText(talk, 'summary', 'line', ['summary', 'abstract_short', 'excerpt', 'description']),
    ...captionOf(talk),
    ...textsOfDeliveries(talk),
    ...firstText(talk, 'abstract', 'block'),
  ];
}

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

function textsOfDeliveries(talk: TalkFrontMatter): WrittenText[] {
  return writtenDeliveries(talk).flatMap((delivery, i) =>
    (['event', 'venue', 'note'] as const).flatMap((key): WrittenText[] => {
      const text = delivery[key];
      return text ? [{ name: `deliveries.${i}.${key}`, ...text, kind: 'line' }] : [];
    }),
  );
}
