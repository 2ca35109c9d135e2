import { talkFile } from '../make/talk-file.ts';

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** A text that only the page of the private talk may contain. */
const secret = 'Quiet rehearsal';

/** Talks with unusual metadata, and one that must not be found. */
export const sharingFiles = {
  'content/talks/hostile.md': talkFile({
    title: 'Less </script><script>alert(1)</script> & "more"',
    summary: 'A *summary* of $x^2$ <!-- with "marks" -->.',
    event: 'A & B',
    ...{ date: '2026-05-04T15:00', date_end: '2026-05-04T16:00', timezone: 'America/New_York' },
    ...{ publishDate: '2026-01-02T00:00:00Z', lastmod: '2026-01-10T09:00:00Z' },
    address: { street: '1 Road', city: 'New York', country: 'USA' },
    online: 'https://example.org/stream?a=1&b=2',
    tags: ['Tag one'],
  }),
  'content/talks/tour/index.md': talkFile(
    {
      ...{ title: 'A tour', date: '2025-01-01', abstract: 'See [the notes](notes.pdf).' },
      ...{ aliases: ['/old/tour/'], publishDate: '2025-01-01', url_video: 'https://vimeo.com/1' },
      deliveries: [
        { event: 'One', date: '2025-02-01', location: 'Hall', url_video: 'https://vimeo.com/2' },
        { event: 'Two', date: '2026-03-01T10:00', address: { city: 'Oslo' }, status: 'cancelled' },
      ],
    },
    'A ![plot](plot.png), a [neighbour](../hostile/) and the [list](/talks/).\n\n{{< youtube abc >}}\n\n<!-- to do -->',
  ),
  'content/talks/tour/plot.png': onePixel,
  'content/talks/tour/notes.pdf': 'notes',
  'content/talks/quiet.md': talkFile({ title: secret, date: '2025-03-01', private: true }, 'Shh.'),
  'content/talks/shared-draft.md': talkFile({ title: 'A draft', date: '2025-03-02', draft: true }),
};
