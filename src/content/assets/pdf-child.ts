/**
 * Opens PDFs for `pdf-process.ts`, in a process of its own that may hang or crash. Takes one job at
 * a time as a message and answers each by one.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { writeAtomically } from './atomic-write.ts';
import type { PdfAnswer, PdfJob } from './pdf-process.ts';

/** Pixels of the longer side of a picture: twice what a page shows, for fine screens. */
const longestSide = 1280;
/** Pixels of a picture within a PDF; larger ones are left out. */
const largestImage = 100_000_000;

process.on('message', (job: PdfJob) => {
  void answer(job).then((said) => process.send?.(said));
});

async function answer(job: PdfJob): Promise<PdfAnswer> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(await readFile(job.file)), ...settings() });
  try {
    const pdf = await task.promise;
    const pages = pdf.numPages;
    await pdf.getPage(1);
    if (job.picture === undefined) return { pages };
    return { pages, drawn: await drawn(pdf, job.picture) };
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return { trouble: locked ? 'password' : 'damaged' };
  } finally {
    await task.destroy();
  }
}

/** All that a page is drawn with comes from the package: fonts of the machine would show. */
function settings() {
  const from = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string) => `${join(from, name)}/`;
  return {
    ...{ verbosity: 0, useSystemFonts: false, disableFontFace: true, maxImageSize: largestImage },
    standardFontDataUrl: folder('standard_fonts'),
    ...{ cMapUrl: folder('cmaps'), cMapPacked: true },
    ...{ wasmUrl: folder('wasm'), iccUrl: folder('iccs') },
  };
}

/** Writes the first page as PNG, the whole file or none; false if it cannot be drawn. */
async function drawn(pdf: PDFDocumentProxy, file: string): Promise<boolean> {
  try {
    const page = await pdf.getPage(1);
    const { width, height } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: longestSide / Math.max(width, height) });
    const sides = [viewport.width, viewport.height].map((side) => Math.max(1, Math.round(side)));
    const { canvas } = (pdf.canvasFactory as CanvasFactory).create(...(sides as [number, number]));
    await page.render({ canvas: canvas as never, viewport, background: '#fff' }).promise;
    writeAtomically(file, await canvas.encode('png'));
    return true;
  } catch {
    return false;
  }
}

/** What pdfjs draws on under Node. */
interface CanvasFactory {
  create(width: number, height: number): { canvas: { encode(format: 'png'): Promise<Buffer> } };
}
