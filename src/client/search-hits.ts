import { toSearchHead } from '../model/site/search-head.ts';
import { toExcerpt, type ExcerptPart } from './excerpt.ts';
import type { Hit } from './search-engine.ts';

/** Facts that every hit shows, and facts that it shows only if nothing else explains the match. */
const shownFacts = ['title', 'event', 'place', 'day'];
const reasonFacts = ['subtitle', 'people', 'kind', 'tags', 'others'];

/** What a page of each section is called. */
const kindNames: Partial<Record<string, string>> = {
  talks: 'Talk',
  publications: 'Publication',
  projects: 'Project',
  posts: 'Post',
  teaching: 'Course',
  people: 'Person',
  pages: 'Page',
  slides: 'Slides',
};

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
  const { url, meta, matched, filters } = hit;
  const link = item.querySelector('a');
  if (link) link.href = url;
  const parts = toExcerpt(hit, toSearchHead(meta));
  const isExplained =
    parts.some(({ marked }) => marked) || shownFacts.some((name) => matched.includes(name));
  const reasons = reasonFacts.filter((name) => !isExplained && matched.includes(name));
  const { event, place } = meta;
  const facts: Hit['meta'] = {
    ...meta,
    // A page without a date shows its kind there.
    day: meta.day ?? kindNames[filters.in?.[0] ?? ''],
    ...(event && place && { place: `, ${place}` }),
    why: reasons.map((name) => meta[name]).join(' · '),
  };
  for (const slot of item.querySelectorAll<HTMLElement>('[data-fact]')) {
    slot.textContent = facts[slot.dataset['fact'] ?? ''] ?? '';
    slot.hidden = slot.textContent === '';
  }
  item.querySelector('.excerpt')?.append(...parts.map(toNode));
}

function toNode({ text, marked }: ExcerptPart): Node | string {
  if (!marked) return text;
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}
