import type { z } from 'zod';
import type { pageLinks, pageBasics } from '../schema/page-keys.ts';
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

/** The words below the picture, which two generations of themes keep in different places. */
export function captionOf({
  image,
  header,
}: Pick<TalkFrontMatter, 'image' | 'header'>): WrittenText[] {
  const [key, value] = image?.caption ? ['image', image.caption] : ['header', header?.caption];
  return value ? [{ name: 'caption', path: [key, 'caption'], value, kind: 'line' }] : [];
}
