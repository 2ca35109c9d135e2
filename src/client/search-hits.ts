import type { Hit } from './search-engine.ts';

/** Facts that every hit shows, and those that it shows where nothing else says why it was found. */
const always = ['title', 'event', 'place', 'day'];
const reasons = ['subtitle', 'people', 'kind', 'tags', 'others'];

/** Hits as copies of the page's template, which has a place for each fact. */
export function toItems(hits: readonly Hit[], template: HTMLTemplateElement): DocumentFragment {
  const items = new DocumentFragment();
  for (const hit of hits) {
    const item = template.content.cloneNode(true) as DocumentFragment;
    fill(item, hit);
    items.append(item);
  }
  return items;
}

function fill(item: DocumentFragment, hit: Hit): void {
  const { url, meta, matched } = hit;
  const link = item.querySelector('a');
  if (link) link.href = url;
  const pieces = toPieces(hit);
  const isPlain =
    pieces.some(({ marked }) => marked) || always.some((name) => matched.includes(name));
  const why = reasons.filter((name) => !isPlain && matched.includes(name));
  const { event, place } = meta;
  const facts: Hit['meta'] = {
    ...meta,
    ...(event && place && { event: `${event},` }),
    why: why.map((name) => meta[name]).join(' · '),
  };
  for (const slot of item.querySelectorAll<HTMLElement>('[data-fact]')) {
    slot.textContent = facts[slot.dataset['fact'] ?? ''] ?? '';
    slot.hidden = slot.textContent === '';
  }
  item.querySelector('.excerpt')?.append(...pieces.map(toNode));
}

/** A text in pieces, of which some were searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/**
 * The excerpt of a hit, with an ellipsis where the text goes on. Nothing in it can become an element
 * of the page but the marks.
 */
export function toPieces({
  excerpt,
  plain_excerpt: plain,
  content,
}: Pick<Hit, 'excerpt' | 'plain_excerpt' | 'content'>): Piece[] {
  const pieces = excerpt.trim().split(/<\/?mark>/);
  const at = content.indexOf(plain.trim());
  const ends = at + plain.trim().length >= content.trimEnd().length;
  return [
    { text: at > 0 ? '… ' : '', marked: false },
    ...pieces.map((text, i) => ({
      text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
      marked: i % 2 === 1,
    })),
    { text: ends ? '' : ' …', marked: false },
  ].filter(({ text }) => text !== '');
}

function toNode({ text, marked }: Piece): Node | string {
  if (!marked) return text;
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}
