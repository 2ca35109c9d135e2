import { talkFile } from '../make/talk-file.ts';

const talk = (title: string, more: Record<string, unknown> = {}, body = '') =>
  talkFile({ title, event: 'Evenings', date: '2025-06-01', ...more }, body);

/** A talk with everything that visitors can search for, and two that must not be found. */
export const searchFiles = {
  'content/talks/public.md': talk(
    'Bounds on $I(X;T)$',
    {
      authors: ['Ada Example', 'José García'],
      tags: ['Braid theory', 'C++'],
      location: 'Hall 5, Example House',
      abstract: 'How $\\beta$ weighs $a < b$.',
      deliveries: [
        { event: 'Evenings', date: '2025-06-01', location: 'Hall 5' },
        { event: 'Winter School', date: '2024-02-03', location: 'Oslo' },
      ],
    },
    'A <script>alert(1)</script> body:\n\n$$\\sum_i \\frac{\\sigma^2}{n}$$\n\nIts end.',
  ),
  'content/talks/private.md': talk('Whispered', { private: true }, 'A whisper.'),
  'content/talks/unfinished.md': talk('Unfinished', { draft: true }, 'Not yet.'),
};

/** Pages of other sections, and one that must not be found. */
export const searchSectionFiles = {
  'content/posts/a.md': talkFile(
    { title: 'On $x^2$', date: '2025-02-03', authors: ['B. Sample'], tags: ['Art'] },
    'Some words.',
  ),
  'content/posts/secret.md': talkFile(
    { title: 'S', date: '2025-02-03', private: true },
    'Hidden words.',
  ),
  'content/teaching/knots.md': talkFile({
    title: 'Knots',
    summary: 'All of them.',
    terms: ['Spring 2024'],
    institution: 'U of X',
  }),
};
