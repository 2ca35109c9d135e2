import type { z } from 'zod';
import type { KeyPath } from '../../schema/finding.ts';
import type { pageBasics, pageLinks } from '../../schema/page-keys.ts';
import type { TalkFrontMatter } from '../../schema/talk.ts';

/** A text as HTML and as plain text. */
export interface RichText {
  html: string;
  text: string;
  /** The HTML contains a formula. */
  hasMath?: boolean | undefined;
  /** Its words for the search, if they are stored: see `toSearchText`. */
  words?: string | undefined;
}

/** Converts plain text. */
export function toRichText(text: string): RichText {
  return { html: escapeHtml(text), text };
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A Markdown text of the front matter, before rendering. */
export interface RawText {
  /** Its name in the model: `title`, `deliveries.0.event`. */
  name: string;
  /** The key that it comes from. */
  path: KeyPath;
  value: string;
  /** A title or name, one line, or paragraphs. */
  kind: 'title' | 'line' | 'block';
}

/** Rendered texts by the names of the raw ones. */
export type RenderedTexts = Partial<Record<string, RichText>>;

/** Returns the text of the first key that is set, of several with one meaning; empty if none is set. */
export function pickText<F extends object>(
  page: F,
  name: string,
  kind: RawText['kind'],
  keys: readonly (keyof F & string)[] = [name as keyof F & string],
): RawText[] {
  const key = keys.find((candidate) => page[candidate] !== undefined);
  return key === undefined ? [] : [{ name, path: [key], value: page[key] as string, kind }];
}

type PageFrontMatter = z.output<z.ZodObject<typeof pageBasics & typeof pageLinks>>;

/** Returns the texts that pages of all sections but talks have. */
export function toPageTexts(page: PageFrontMatter & { abstract?: string | undefined }): RawText[] {
  const summaryKeys = ['summary', 'abstract_short', 'excerpt', 'description', 'abstract'] as const;
  return [
    ...pickText(page, 'title', 'title'),
    ...pickText(page, 'subtitle', 'line'),
    ...pickText(page, 'summary', 'line', summaryKeys),
    ...toCaptionText(page),
  ];
}

/** Returns the caption of the image. Two generations of themes have it under different keys. */
export function toCaptionText({
  image,
  header,
}: Pick<TalkFrontMatter, 'image' | 'header'>): RawText[] {
  const [key, value] = image?.caption ? ['image', image.caption] : ['header', header?.caption];
  return value ? [{ name: 'caption', path: [key, 'caption'], value, kind: 'line' }] : [];
}
