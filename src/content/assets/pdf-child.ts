/**
 * Opens PDFs for `pdf-process.ts`, in a process of its own that may hang or crash. It receives one job at a time as
 * a message, and sends the answer as a message.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { writeAtomically } from './atomic-write.ts';
import type { PdfAnswer, PdfJob } from './pdf-process.ts';

/** Pixels of the longer side of an image: twice as many as a page shows, for screens with a high resolution. */
const longestSide = 1280;
/** Images inside a PDF with more pixels are omitted. */
const maxImagePixels = 100_000_000;

process.on('message', (job: PdfJob) => {
  void runJob(job).then((answer) => process.send?.(answer));
});

async function runJob(job: PdfJob): Promise<PdfAnswer> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(await readFile(job.file)),
    ...documentOptions(),
  });
  try {
    const pdf = await task.promise;
    const pages = pdf.numPages;
    await pdf.getPage(1);
    if (job.image === undefined) return { pages };
    return { pages, drawn: await drawFirstPage(pdf, job.image) };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { error: isLocked ? 'password' : 'damaged' };
  } finally {
    await task.destroy();
  }
}

/** Returns options by which everything comes from the package: with fonts of the machine, images would differ. */
function documentOptions() {
  const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string) => `${join(packageFolder, name)}/`;
  return {
    ...{ verbosity: 0, useSystemFonts: false, disableFontFace: true, maxImageSize: maxImagePixels },
    standardFontDataUrl: folder('standard_fonts'),
    ...{ cMapUrl: folder('cmaps'), cMapPacked: true },
    ...{ wasmUrl: folder('wasm'), iccUrl: folder('iccs') },
  };
}

/** Writes the first page as PNG, completely or not at all. Returns whether it could be drawn. */
async function drawFirstPage(pdf: PDFDocumentProxy, file: string): Promise<boolean> {
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

/** The factory of canvases that pdfjs uses in Node. */
interface CanvasFactory {
  create(width: number, height: number): { canvas: { encode(format: 'png'): Promise<Buffer> } };
}
