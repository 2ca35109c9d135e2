// Draws the images of the sample content: node scripts/sample-figures.ts
import { writeFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { codeWords } from './sample-figures/code-words.ts';
import { contrastiveEstimate } from './sample-figures/contrastive-estimate.ts';
import { descriptionLength } from './sample-figures/description-length.ts';
import { informationPlane } from './sample-figures/information-plane.ts';
import { outlineTexts } from './sample-figures/outline-text.ts';
import { portrait } from './sample-figures/portrait.ts';
import { rosette } from './sample-figures/rosette.ts';
import { fontSize } from './sample-figures/svg.ts';
import { tangentKernelFigure } from './sample-figures/tangent-kernel.ts';
import { twoViews } from './sample-figures/two-views.ts';
import { htmlPage, withBrowser } from './sample-page.ts';

const content = new URL('../content/', import.meta.url);

await withBrowser(async (browser) => {
  await drawPng(browser, portrait(), 'portrait.png', 800, 1000);
  await drawPng(browser, informationPlane(), 'talks/nyu-compression/featured.png');
  await drawPng(browser, contrastiveEstimate(), 'talks/certified-information/featured.png');
  await drawPng(browser, tangentKernelFigure(), 'talks/wide-network-information/featured.png');
  await drawPng(browser, twoViews(), 'talks/two-views/featured.png');
});
await writeSvg('talks/mdl-reading-day/featured.svg', descriptionLength());
writeFileSync(new URL('authors/cleo-example/avatar.svg', content), rosette());
await writeSvg('projects/bits-per-weight/featured.svg', codeWords());

/** Saves an SVG image below `content/`, with the outlines of its letters. */
async function writeSvg(file: string, svg: string) {
  writeFileSync(new URL(file, content), await outlineTexts(svg, fontSize));
}

/** Renders an SVG image at the given size in pixels and saves it below `content/`. */
async function drawPng(browser: Browser, svg: string, file: string, width = 1600, height = 1000) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(
    htmlPage({ title: file, css: 'body{margin:0}svg{display:block}', body: svg }),
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  writeFileSync(new URL(file, content), await page.screenshot());
  await page.close();
}
