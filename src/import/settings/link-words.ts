import { withScheme } from '../../model/link.ts';
import { firstInside, textOf, type OldValue } from '../old-site/old-values.ts';
import { plainWords } from './old-words.ts';

/** Words of a widget in Markdown, and the keys at which they stand. */
export interface Piece {
  text: string;
  from: (OldValue | undefined)[];
}

/** A button, or what has one, as a link; undefined for one without words or address. */
export function linkIn(item: OldValue): Piece | undefined {
  const at = firstInside(item, 'link', 'button') ?? item;
  const url = firstInside(at, 'url') ?? firstInside(item, 'cta_url');
  const label = firstInside(at, 'label', 'text') ?? firstInside(item, 'cta_label', 'link_label');
  const words = plainWords(textOf(label) ?? '');
  if (textOf(url) === undefined || !words) return undefined;
  return { text: `[${words}](<${withScheme(textOf(url) ?? '')}>)`, from: [url, label] };
}
