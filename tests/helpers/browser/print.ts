import jsqr from 'jsqr';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from '@playwright/test';

export interface PrintedDocument {
  pages: number;
  /** The text of all pages, with single spaces between words. */
  text: string;
  /** The text of the QR code on the first page. */
  code: string | undefined;
}

/** Pixels per point of the paper: 216 per inch, like the photo of a camera. */
const scale = 3;

/** Prints an open page with its print styles and reads the PDF. */
export async function printPage(page: Page, format: 'A4' | 'Letter'): Promise<PrintedDocument> {
  const data = new Uint8Array(await page.pdf({ format, printBackground: true }));
  const task = getDocument({ data, verbosity: 0, useSystemFonts: false, disableFontFace: true });
  try {
    const pdf = await task.promise;
    return { pages: pdf.numPages, text: await readText(pdf), code: await readQrCode(pdf) };
  } finally {
    await task.destroy();
  }
}

async function readText(pdf: PDFDocumentProxy): Promise<string> {
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? ' ' : '');
    text += ' ';
  }
  return text.replace(/\s+/g, ' ');
}

async function readQrCode(pdf: PDFDocumentProxy): Promise<string | undefined> {
  const page = await pdf.getPage(1);
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const { canvas } = (pdf.canvasFactory as CanvasFactory).create(width, height);
  await page.render({ canvas: canvas as never, viewport, background: '#fff' }).promise;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return jsqr(data, width, height)?.data;
}

/** Creates the canvas that pdfjs uses under Node. */
interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): { canvas: { getContext(kind: '2d'): CanvasRenderingContext2D } };
}
