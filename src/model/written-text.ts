import type { KeyPath } from '../schema/finding.ts';
import type { RichText } from './rich-text.ts';

/** A text of front matter that is Markdown, before anybody rendered it. */
export interface WrittenText {
  /** How the model asks for it: `title`, `deliveries.0.event`. */
  name: string;
  /** The key that it was taken from. */
  path: KeyPath;
  value: string;
  /** A heading, that of a work, one line, or paragraphs. */
  kind: 'title' | 'work' | 'line' | 'block';
}

/** Rendered texts by the names of the written ones. */
export type Texts = Partial<Record<string, RichText>>;

/** The first of several keys with one meaning that is set, as a text; none where no key is. */
export function firstText<F extends object>(
  page: F,
  name: string,
  kind: WrittenText['kind'],
  keys: readonly (keyof F & string)[] = [name as keyof F & string],
): WrittenText[] {
  const key = keys.find((one) => page[one] !== undefined);
  return key === undefined ? [] : [{ name, path: [key], value: page[key] as string, kind }];
}
