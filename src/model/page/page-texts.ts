import type { z } from 'zod';
import type { KeyPath } from '../../schema/finding.ts';
import type { pageBasics, pageLinks } from '../../schema/page-keys.ts';
import type { TalkFrontMatter } from '../../schema/talk.ts';

/** A text for a page (`html`) and for everything that shows plain text (`text`). */
export interface RichText {
  html: string;
  text: string;
  /** The HTML contains a formula. */
  hasMath?: boolean | undefined;
}

/** Words without any marks. */
export function toRichText(text: string): RichText {
  return { html: escapeHtml(text), text };
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A text of front matter that is Markdown, before anybody rendered it. */
export interface RawText {
  /** How the model asks for it: `title`, `deliveries.0.event`. */
  name: string;
  /** The key that it was taken from. */
  path: KeyPath;
  value: string;
  /** A heading, that of a work, one line, or paragraphs. */
  kind: 'title' | 'work' | 'line' | 'block';
}

/** Rendered texts by the names of the written ones. */
export type RenderedTexts = Partial<Record<string, RichText>>;

/** The first of several keys with one meaning that is set, as a text; none where no key is. */
export function firstText<F extends object>(
  page: F,
  name: string,
  kind: RawText['kind'],
  keys: readonly (keyof F & string)[] = [name as keyof F & string],
): RawText[] {
  const key = keys.find((one) => page[one] !== undefined);
  return key === undefined ? [] : [{ name, path: [key], value: page[key] as string, kind }];
}

type PageFrontMatter = z.output<z.ZodObject<typeof pageBasics & typeof pageLinks>>;

/** The texts that a page of any section but talks has. */
export function pageTexts(page: PageFrontMatter & { abstract?: string | undefined }): RawText[] {
  const ofSummary = ['summary', 'abstract_short', 'excerpt', 'description', 'abstract'] as const;
  return [
    ...firstText(page, 'title', 'title'),
    ...firstText(page, 'subtitle', 'line'),
    ...firstText(page, 'summary', 'line', ofSummary),
    ...captionText(page),
  ];
}

/** The words below the picture, which two generations of themes keep in different places. */
export function captionText({
  image,
  header,
}: Pick<TalkFrontMatter, 'image' | 'header'>): RawText[] {
  const [key, value] = image?.caption ? ['image', image.caption] : ['header', header?.caption];
  return value ? [{ name: 'caption', path: [key, 'caption'], value, kind: 'line' }] : [];
}
