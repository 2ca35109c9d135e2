import jsqr from 'jsqr';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from '@playwright/test';

export interface Printed {
  pages: number;
  /** All its words, with single blanks between them. */
  text: string;
  /** What a reader of QR codes makes of the first page. */
  code: string | undefined;
}

/** Dots of a page of paper for each of its points: 216 to the inch, as a camera sees it. */
const scale = 3;

/** Prints the page that is open, by the rules of its own style sheet. */
export async function print(page: Page, format: 'A4' | 'Letter'): Promise<Printed> {
  const data = new Uint8Array(await page.pdf({ format, printBackground: true }));
  const task = getDocument({ data, verbosity: 0, useSystemFonts: false, disableFontFace: true });
  try {
    const pdf = await task.promise;
    return { pages: pdf.numPages, text: await textOf(pdf), code: await codeOn(pdf) };
  } finally {
    await task.destroy();
  }
}

async function textOf(pdf: PDFDocumentProxy): Promise<string> {
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? ' ' : '');
    text += ' ';
  }
  return text.replace(/\s+/g, ' ');
}

async function codeOn(pdf: PDFDocumentProxy): Promise<string | undefined> {
  const page = await pdf.getPage(1);
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const { canvas } = (pdf.canvasFactory as CanvasFactory).create(width, height);
  await page.render({ canvas: canvas as never, viewport, background: '#fff' }).promise;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return jsqr(data, width, height)?.data;
}

/** What pdfjs draws on under Node. */
interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): { canvas: { getContext(kind: '2d'): CanvasRenderingContext2D } };
}
