import { makePdf } from '../make/pdf.ts';
import { talkFile } from '../make/talk-file.ts';

/** Other pages of the author, and a talk that is related to one. */
export const pagesFiles = {
  'content/talks/page-talk.md': talkFile(
    { title: 'A talk', date: '2025-01-01' },
    'See {{< ref "pages/lab" >}}.',
  ),
  'content/pages/lab/index.md': talkFile(
    {
      title: 'The lab on $x^2$',
      summary: 'Who we are.',
      weight: 2,
      aliases: ['/lab/'],
      redirect_from: '/team.html',
      author_profile: true,
      tags: ['knots'],
      talks: ['page-talk'],
      url_pdf: 'map.pdf',
    },
    '{% include base_path %}\n\n## Where\n\nHere, by [the map](map.pdf).\n',
  ),
  'content/pages/lab/map.pdf': makePdf(),
  'content/pages/first.md': talkFile({ title: 'First', weight: 1 }, 'Words.'),
  'content/pages/draft.md': talkFile({ title: 'Draft', draft: true }, 'Words.'),
  'content/pages/part.md': talkFile({ title: 'Part', widget: 'blank' }, 'Words.'),
  'content/pages/_index.md': talkFile({ title: 'Pages' }, 'Words.'),
};
