import { talkFile } from '../make/talk-file.ts';

export const slides = Buffer.from('%PDF-1.4\nfive slides\n%%EOF\n');

const series = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => {
    const day = String(index + 1).padStart(2, '0');
    const text = talkFile({ title: `Evening ${day}`, event: 'Evenings', date: `2025-06-${day}` });
    return [`content/talks/evening-${day}.md`, text];
  }),
);

const talk = (title: string, more: Record<string, unknown>, body = '') =>
  talkFile({ title, event: 'A seminar', ...more }, body);

/** More talks than a feed contains, and talks for each reason to publish one or not. */
export const publishingFiles = {
  ...series,
  'content/talks/draft.md': talk('Unfinished', { date: '2025-09-01', draft: true }),
  'content/talks/held-back.md': talk('Held back', {
    date: '2025-09-02',
    publishDate: '2026-02-01T00:00:00Z',
  }),
  'content/talks/announced.md': talk('Announced', { date: '2026-06-01' }),
  'content/talks/announced-early.md': talk('Announced early', {
    date: '2026-07-01',
    publishDate: '2025-12-01T00:00:00Z',
  }),
  'content/talks/with-slides.md': talk(
    'With slides',
    { date: '2025-11-05', url_slides: 'files/slides.pdf', summary: 'Five of them.' },
    'A [map](/talks/) and a [neighbour](../announced/).',
  ),
  'public/files/slides.pdf': slides,
};
