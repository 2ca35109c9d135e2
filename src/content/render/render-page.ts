import type { TextRenderer } from '../../markdown/render/text-renderer.ts';
import { checkImage } from '../assets/find-image.ts';
import type { PageFrontMatter } from '../assets/page-files.ts';
import { type OpenedPdf, openPdfs } from '../assets/page-pdfs.ts';
import type { ParsedPage } from '../sections/parsed-page.ts';
import type { Section } from '../sections/section.ts';
import type { FindPage } from '../assets/page-finder.ts';
import { type PageRendering, renderTexts, toRenderJob } from './render-job.ts';

/** The rendered texts of a page, its image and its PDFs. */
export interface RenderedPage extends PageRendering {
  /** Its image, if it can be shown. The name is relative to the folder of its file. */
  image?: { name: string; animated: boolean };
  /** Its PDFs with the properties of the files. */
  pdfs: OpenedPdf[];
}

/**
 * Renders every text of a page, opens its PDFs and reads its images. Formulas that KaTeX rejects, and PDFs and images
 * that do not open, are findings.
 */
export async function renderPage<F extends PageFrontMatter>(
  section: Section<F>,
  page: ParsedPage<F>,
  renderer: TextRenderer,
  findPage: FindPage = () => undefined,
): Promise<RenderedPage> {
  const { locate } = page;
  const rendering = await renderTexts(toRenderJob(section, page), renderer, { locate, findPage });
  return openPageFiles(page, rendering);
}

/** Opens the PDFs and the image of a page whose texts are rendered. Adds a finding for each one that does not open. */
export async function openPageFiles(
  page: Pick<ParsedPage, 'pdfs' | 'image'>,
  rendering: PageRendering,
): Promise<RenderedPage> {
  const { pdfs, findings: pdfFindings } = await openPdfs(page.pdfs);
  const { image, findings: imageFindings } = await checkImage(page.image);
  const findings = [...rendering.findings, ...pdfFindings, ...imageFindings];
  return { ...rendering, ...(image && { image }), pdfs, findings };
}
