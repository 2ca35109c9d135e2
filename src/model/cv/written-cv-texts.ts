import type { WrittenCv } from '../../schema/cv.ts';
import { isMap } from '../../schema/describe.ts';
import type { KeyPath } from '../../schema/finding.ts';

/** A text of a CV as it was written. */
export interface WrittenCvText {
  path: KeyPath;
  value: string;
  /** A `line` may hold Markdown; a `work`, the name of something, emphasis and formulas. */
  kind: 'line' | 'work';
}

/** Keys whose texts may hold all of Markdown that fits a line. */
const lines = new Set(['summary', 'highlights', 'description', 'reference']);
/** Keys whose values are no texts to be read, and those of which nothing is shown. */
const passedOver = new Set([
  'url',
  'talks',
  'endDate',
  'email',
  'phone',
  'location',
  'profiles',
  'image',
]);

/** All texts of a CV that a page shows and that may hold formulas. */
export function writtenCvTexts(cv: WrittenCv): WrittenCvText[] {
  return textsIn(cv, [], 'work');
}

/** The name of a text among those that were rendered. */
export function nameOfText(path: KeyPath): string {
  return path.join('.');
}

function textsIn(value: unknown, path: KeyPath, kind: WrittenCvText['kind']): WrittenCvText[] {
  if (typeof value === 'string') return [{ path, value, kind }];
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, [...path, i], kind));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (passedOver.has(key) && !(key === 'location' && path[0] === 'work')) return [];
    return textsIn(inner, [...path, key], lines.has(key) ? 'line' : kind);
  });
}
