import { talkFile } from '../make/talk-file.ts';

export const handout = Buffer.from('%PDF-1.4\nhandout\n%%EOF\n');
export const money = '$5 million in 2020 and $10 million in 2021';
const talk = { title: 'A talk', event: 'A seminar', date: '2024-05-06' };

const mdx = `export const Aside = ({ children }) => <mark class="aside">{children}</mark>;

A plot: <img src="https://e.example/a.png" alt="The plot" />

<iframe src="https://e.example/talk"></iframe>

<video poster="https://e.example/p.jpg"><source src="https://e.example/v.mp4" /></video>

<div style="background: url(https://e.example/b.png)">Set apart.</div>

<img src="data/dot.svg" alt="A dot" />

Energy is $E = mc^2$, and <Aside>this was a component</Aside>.

$$
\\int_0^1 x\\,dx = \\tfrac12
$$
`;

/** Texts with formulas, in Markdown and MDX. */
export const textFiles = {
  'content/talks/with_mdx/index.mdx': talkFile(talk, mdx),
  'content/talks/with_mdx/handout.pdf': handout,
  'content/talks/with_mdx/data/dot.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
  'content/talks/with_mdx/data/counts.csv': 'year,count\n2020,5\n',
  'content/talks/math.md': talkFile({ ...talk, abstract: 'A bound of $O(n)$.' }, 'So $a < b$ & c.'),
  'content/talks/money.md': talkFile(
    { ...talk, summary: `We had ${money}.` },
    `They got ${money}.`,
  ),
};
