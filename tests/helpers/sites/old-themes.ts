import { talkFile } from '../make/talk-file.ts';

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const talk = { title: 'A talk', date: '2024-05-06' };
const body = `{{< youtube abc >}}

{{% callout note %}}
Ask *first*.
{{% /callout %}}

See [the other]({{< relref "../talk/other" >}}) and [nobody]({{< ref "../authors/nobody" >}}).

{{< figure src="plot.png" caption="A plot" >}}

\\[ x = 1 \\]

{{< gallery >}} <!-- a note to myself -->
`;

/** Talks in the format of old themes. */
export const oldThemesFiles = {
  'content/talks/old/index.md': talkFile(
    {
      ...talk,
      header: { image: 'wide.png' },
      abstract: 'Of [it]({{< ref "other" >}}).',
      permalink: '/t/old',
    },
    body,
  ),
  'content/talks/old/plot.png': onePixel,
  'content/talks/old/old.pdf': '%PDF-1.4\n%%EOF\n',
  'public/img/wide.png': onePixel,
  'content/talks/other/index.en.md': talkFile({ ...talk, title: 'In English' }),
  'content/talks/other/index.fr.md': talkFile({ ...talk, title: 'En français' }),
  'content/talks/_index.md': '---\ntitle: Talks\n---\n',
};
