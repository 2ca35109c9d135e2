import type { Finding } from '../../schema/finding.ts';

/** Returns a note for each key of older themes whose value has no place on a page. */
export function noteUnshownKeys(page: object): Finding[] {
  const { author_notes: notes }: { author_notes?: readonly string[] | undefined } = page;
  if (!notes) return [];
  return [
    {
      path: ['author_notes'],
      code: 'author-notes',
      message: 'author_notes is not shown',
      remedy: 'Write the notes into the text below the front matter.',
      key: true,
    },
  ];
}
