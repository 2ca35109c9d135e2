import { readFileSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../src/serve/browser.ts';

/** The colours of the images and slides of the sample content. */
export const palette = {
  paper: '#f6f1e7',
  shade: '#e9e0d0',
  faint: '#b9ad9b',
  muted: '#6b625a',
  ink: '#231f1c',
  accent: '#7a2230',
};

/** Returns an HTML page with Newsreader and the fonts of KaTeX embedded, so that it needs no other file. */
export function htmlPage(options: { title: string; css: string; body: string }): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>${options.title}</title>
<style>${newsreader()}${katexStyles()}${options.css}</style></head>
<body>${options.body}</body></html>`;
}

/** Starts a browser, runs `work` with it, and closes it even after an error. */
export async function withBrowser(work: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await chromium.launch(await findBrowser());
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

const modules = new URL('../node_modules/', import.meta.url);

function newsreader(): string {
  const face = (style: string) => {
    const file = `@fontsource-variable/newsreader/files/newsreader-latin-opsz-${style}.woff2`;
    return `@font-face{font-family:Newsreader;font-style:${style};font-weight:200 800;src:url(${dataUrl(file)})}`;
  };
  return face('normal') + face('italic');
}

function katexStyles(): string {
  const css = readFileSync(new URL('katex/dist/katex.min.css', modules), 'utf8');
  return css.replace(
    /url\((fonts\/[^)]+\.woff2)\)/g,
    (_, file: string) => `url(${dataUrl(`katex/dist/${file}`)})`,
  );
}

function dataUrl(file: string): string {
  const bytes = readFileSync(new URL(file, modules));
  return `data:font/woff2;base64,${bytes.toString('base64')}`;
}
