import type { Hit } from './search-engine.ts';

/** Facts that every hit shows, and facts that it shows only if nothing else explains the match. */
const shownFacts = ['title', 'event', 'place', 'day'];
const reasonFacts = ['subtitle', 'people', 'kind', 'tags', 'others'];

/** Converts hits to copies of a template, which has an element for each fact. */
export function toHitItems(hits: readonly Hit[], template: HTMLTemplateElement): DocumentFragment {
  const items = new DocumentFragment();
  for (const hit of hits) {
    const item = template.content.cloneNode(true) as DocumentFragment;
    fillItem(item, hit);
    items.append(item);
  }
  return items;
}

function fillItem(item: DocumentFragment, hit: Hit): void {
  const { url, meta, matched } = hit;
  const link = item.querySelector('a');
  if (link) link.href = url;
  const parts = splitExcerpt(hit);
  const isExplained =
    parts.some(({ marked }) => marked) || shownFacts.some((name) => matched.includes(name));
  const reasons = reasonFacts.filter((name) => !isExplained && matched.includes(name));
  const { event, place } = meta;
  const facts: Hit['meta'] = {
    ...meta,
    ...(event && place && { event: `${event},` }),
    why: reasons.map((name) => meta[name]).join(' · '),
  };
  for (const slot of item.querySelectorAll<HTMLElement>('[data-fact]')) {
    slot.textContent = facts[slot.dataset['fact'] ?? ''] ?? '';
    slot.hidden = slot.textContent === '';
  }
  item.querySelector('.excerpt')?.append(...parts.map(toNode));
}

/** A part of an excerpt, which may be a match. */
export interface ExcerptPart {
  text: string;
  marked: boolean;
}

/**
 * Splits the excerpt of a hit into its parts, with an ellipsis where the text continues. Only matches become
 * elements of the page; any other HTML is text.
 */
export function splitExcerpt({
  excerpt,
  plain_excerpt: plain,
  content,
}: Pick<Hit, 'excerpt' | 'plain_excerpt' | 'content'>): ExcerptPart[] {
  const parts = excerpt.trim().split(/<\/?mark>/);
  const start = content.indexOf(plain.trim());
  const isEnd = start + plain.trim().length >= content.trimEnd().length;
  return [
    { text: start > 0 ? '… ' : '', marked: false },
    ...parts.map((text, i) => ({
      text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
      marked: i % 2 === 1,
    })),
    { text: isEnd ? '' : ' …', marked: false },
  ].filter(({ text }) => text !== '');
}

function toNode({ text, marked }: ExcerptPart): Node | string {
  if (!marked) return text;
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}
