// Prints the slides and the poster of the sample content: node scripts/sample-slides.ts
import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { createTextRenderer } from '../src/markdown/render/text-renderer.ts';
import { contrastiveEstimate } from './sample-figures/contrastive-estimate.ts';
import { informationGrowth } from './sample-figures/information-growth.ts';
import { informationPlane } from './sample-figures/information-plane.ts';
import { tangentKernelFigure } from './sample-figures/tangent-kernel.ts';
import { htmlPage, withBrowser } from './sample-page.ts';

const texts = new URL('sample-slides/', import.meta.url);
const project = new URL('../', import.meta.url);

/** The figures that replace `[[name]]` on a line of its own. */
const figures: Record<string, () => string> = {
  'contrastive-estimate': contrastiveEstimate,
  'information-growth': informationGrowth,
  'information-plane': informationPlane,
  'tangent-kernel': tangentKernelFigure,
};

await withBrowser(async (browser) => {
  for (const talk of ['nyu-compression', 'certified-information']) {
    await print(browser, `${talk}.md`, 'slides.css', `content/talks/${talk}/slides.pdf`);
  }
  const poster = 'wide-network-information';
  await print(browser, `${poster}.md`, 'poster.css', `public/files/${poster}-poster.pdf`);
});

/** Prints a Markdown text, whose sections are separated by `---`, with the given style sheet. */
async function print(browser: Browser, text: string, stylesheet: string, file: string) {
  const renderer = await createTextRenderer('/');
  const markdown = readFileSync(new URL(text, texts), 'utf8');
  const sections = markdown.split(/^---$/m);
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? text;
  const css = readFileSync(new URL(stylesheet, texts), 'utf8');

  let body = '';
  for (const [i, section] of sections.entries()) {
    const { html } = await renderer.block(section, { math: true });
    const content = html.replace(/<p>\[\[([a-z-]+)\]\]<\/p>/g, (_, name: string) => figure(name));
    body += `<section>${content}<footer>${i + 1} / ${sections.length}</footer></section>`;
  }

  const page = await browser.newPage();
  await page.setContent(htmlPage({ title, css, body }));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  });
  writeFileSync(new URL(file, project), pdf);
  await page.close();
}

function figure(name: string): string {
  const draw = figures[name];
  if (!draw) throw new Error(`There is no figure ${name}.`);
  return `<figure>${draw()}</figure>`;
}
