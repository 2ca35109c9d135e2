import { talkFile } from '../make/talk-file.ts';

const slides = `# On $x^2$

[Elsewhere](https://example.org/)

{{% speaker_note %}}
Breathe.
{{% /speaker_note %}}

---

{{< slide background-image="lab.jpg" >}}

## Two

![A plot](plot.png)

--

## Three
`;
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Decks, and talks and a post that refer to them. */
export const decksFiles = {
  'content/slides/bounds/index.md': talkFile(
    { title: 'Bounds', slides: { theme: 'night' }, aliases: ['/decks/old/'] },
    slides,
  ),
  'content/slides/bounds/lab.jpg': pixel,
  'content/slides/bounds/plot.png': pixel,
  'content/slides/draft.md': talkFile({ title: 'Draft', draft: true }, '# A'),
  'content/slides/secret.md': talkFile({ title: 'Secret', private: true }, '# A'),
  'content/talks/lyon.md': talkFile({ title: 'Lyon', date: '2025-01-01', slides: 'Bounds' }),
  'content/talks/hidden.md': talkFile({
    ...{ title: 'Hidden', date: '2025-01-02', slides: 'bounds', private: true },
  }),
  'content/talks/early.md': talkFile({ title: 'Early', date: '2025-01-03', slides: 'draft' }),
  'content/talks/file.md': talkFile({
    ...{ title: 'File', date: '2025-01-04', slides: 'https://example.org/deck' },
  }),
  'content/talks/typo.md': talkFile({ title: 'Typo', date: '2025-01-05', slides: 'bound' }),
  'content/posts/about.md': talkFile({ title: 'About it', date: '2025-01-06', slides: 'bounds' }),
};
