import { stringify } from 'yaml';
import type { z } from 'zod';
import { sections } from '../../../src/content/sections/sections.ts';
import { cvSchema } from '../../../src/schema/cv.ts';
import { siteSchema } from '../../../src/schema/site.ts';
import { makePdf } from './pdf.ts';
import { alarm, attackHost, attempts } from './script-attempts.ts';

const run = `top.${alarm}(1)`;
const js = `javascript:${run}`;
const markup = `"'><script>${run}</script><img src=/no onerror=${run}><svg onload=${run}>`;

/** Keys that decide whether there is a page, and at which address. */
const structuralKeys =
  /^(?:title|name|date|date_start|event_start|time_start|date_end|end|timezone|z|slug|aliases|alias|redirect_from|permalink|draft|publishDate|publish_date|status|base|url|language|private|deliveries|home|navigation|active|superuser|headless|widget|_build|type)$/;

/** Hostile values of a key, in the shapes that keys have. */
const shapes: readonly unknown[] = [
  markup,
  js,
  [markup, js],
  { name: markup, url: js, filename: markup, caption: markup, alt_text: markup },
  [{ name: markup, url: js, icon: markup, icon_pack: markup, label: markup, title: markup }],
];

/** Where the attempts are in a text. Each one is a block, so that none is in the element of another. */
const contexts: Record<string, (source: string) => string> = {
  block: (source) => source,
  line: (source) => `A line ${source.replaceAll('\n', ' ')} goes on.`,
  list: (source) => `- An item\n\n${source.replace(/^/gm, '  ')}`,
  quotation: (source) => source.replace(/^/gm, '> '),
  cell: (source) => `| a |\n| - |\n| ${source.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')} |`,
  element: (source) => `<div>\n${source.replace(/\n{2,}/g, '\n')}\n</div>`,
};

const activeDrawing =
  `<svg xmlns="http://www.w3.org/2000/svg" onload="${run}">` +
  `<script>${run}</script><image href="https://${attackHost}/x"/></svg>`;

const frames = `<iframe src="own.html"></iframe>

<embed src="own.html">

<object data="slides.pdf"></object>

<iframe src="/talks/block/"></iframe>

[The drawing](active.svg)
`;

/**
 * Creates a site with all attempts as blocks, in elements, in slides and on the home page, and a hostile value of each key.
 * @param isComplete Adds the other contexts, and each key in each shape.
 */
export function makeAttemptSite(isComplete: boolean): Record<string, string | Buffer> {
  const files: Record<string, string | Buffer> = {
    'content/site.yaml': stringify({
      ...hostileKeys(siteSchema, 0),
      ...{ name: 'Ada Example', url: 'https://ada.example', timezone: 'Europe/London' },
    }),
    'content/about.md': `---\nportrait_alt: ${JSON.stringify(markup)}\n---\n\n${toText('block')}`,
    'content/papers.bib': toBibliography(),
    'content/cv.yaml': stringify(hostileKeys(cvSchema, 0)),
    'content/redirects.yaml': stringify({
      [`/old"><script>${run}</script>`]: '/talks/block/',
      '/old': `/talks/block/?"><script>${run}</script>`,
      '/older': js,
    }),
    'content/slides/deck.md': toPage({ title: markup }, toText('block', '\n\n---\n\n')),
    'content/talks/frames/index.md': toPage({ title: 'Frames', date: '2024-01-02' }, frames),
    'content/talks/frames/own.html': '<!doctype html><title>Own</title><h1>An own page</h1>',
    'content/talks/frames/slides.pdf': makePdf(),
    'content/talks/frames/active.svg': activeDrawing,
    'public/active.svg': activeDrawing,
  };
  for (const context of isComplete ? Object.keys(contexts) : ['block', 'element']) {
    const keys = { title: markup, date: '2024-01-02', abstract: toText(context) };
    files[`content/talks/${context}.md`] = toPage(keys, toText(context));
  }
  for (const { name, schema } of sections) {
    const folder = name === 'people' ? 'authors' : name;
    const date = name === 'people' || name === 'pages' ? {} : { date: '2023-01-02' };
    for (const i of isComplete ? shapes.keys() : [0]) {
      const keys = { ...hostileKeys(schema, i), title: markup, ...date };
      files[`content/${folder}/keys-${i}.md`] = toPage(keys, 'A text.');
    }
  }
  return files;
}

function toPage(keys: Record<string, unknown>, text: string): string {
  return `---\n${stringify(keys)}---\n\n${text}\n`;
}

function toText(context: string, separator = '\n\nBetween.\n\n'): string {
  return attempts.map(({ source }) => contexts[context]!(source)).join(separator);
}

/** Returns a hostile value for each key. @param first The shape of the value of the first key; the next has the next shape. */
function hostileKeys(schema: z.ZodType, first: number): Record<string, unknown> {
  const keys = Object.keys((schema as z.ZodObject).shape).filter(
    (key) => !structuralKeys.test(key),
  );
  return Object.fromEntries(keys.map((key, i) => [key, shapes[(first + i) % shapes.length]]));
}

function toBibliography(): string {
  const fields =
    'title author journal booktitle publisher note abstract url doi eprint howpublished';
  const entries = [markup, js, `\\href{${js}}{x}`, `\\url{${js}}`].map((value, i) => {
    const lines = fields.split(' ').map((field) => `  ${field} = {${value}},`);
    return `@article{key${i},\n${lines.join('\n')}\n  year = {2020}\n}`;
  });
  return entries.join('\n\n');
}
