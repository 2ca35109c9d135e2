import { pathToFileURL } from 'node:url';
import type { MarkdownHeading } from '@astrojs/markdown-remark';
import { containsPlayer } from '../../markdown/html/rehype-embeds.ts';
import type { TextRenderer } from '../../markdown/render/text-renderer.ts';
import { toKeyFinding } from '../../markdown/source/markdown-context.ts';
import { type Finders, type LookUps, recordLookUps } from '../../markdown/source/look-ups.ts';
import type { RichText, RenderedTexts, RawText } from '../../model/page/page-texts.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import { checkImage } from '../assets/find-image.ts';
import { createImageReader } from '../assets/image-cache.ts';
import { type OpenedPdf, openPdfs } from '../assets/page-pdfs.ts';
import type { FindPage } from './page-finder.ts';
import type { ParsedPage } from '../sections/parsed-page.ts';
import type { PageFrontMatter } from '../assets/page-files.ts';
import type { Section } from '../sections/section.ts';
import { toFileFinding } from '../site/read-text-file.ts';

/** The rendered texts of a page, its image and its PDFs. */
export interface RenderedPage {
  texts: RenderedTexts;
  /** Absent for MDX, whose body is a module. */
  body?: { html: string; headings: MarkdownHeading[]; imagePaths: string[] };
  /** The files of the bundle that the body refers to. */
  usedFiles: string[];
  lookedUp: LookUps;
  hasBody: boolean;
  hasMath: boolean;
  hasPlayer: boolean;
  /** Its image, if it can be shown. The name is relative to the folder of its file. */
  image?: { name: string; animated: boolean };
  /** Its PDFs with the properties of the files. */
  pdfs: OpenedPdf[];
  findings: Finding[];
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
  const { frontMatter, parsed } = page;
  const math = frontMatter.math !== false;
  const { lookedUp, ...finders } = recordLookUps({
    ...{ findFile: page.locate, findPage },
    readImage: createImageReader(page.locate),
  });
  const findings: Finding[] = [];
  const texts = await renderTexts(section.texts(frontMatter), findings, renderer, {
    math,
    finders,
  });

  const body = await renderBody(section, page, renderer, {
    ...{ math, highlight: frontMatter.highlight !== false, finders },
  });
  findings.push(...body.findings);
  const { pdfs, findings: pdfFindings } = await openPdfs(page.pdfs);
  const { image, findings: imageFindings } = await checkImage(page.image);
  findings.push(...pdfFindings, ...imageFindings);
  const { html, headings, imagePaths, usedFiles } = body;
  const htmlTexts = [html, ...Object.values(texts).flatMap((text) => text?.html ?? [])];
  return {
    texts,
    ...(!body.isMdx && { body: { html, headings, imagePaths } }),
    usedFiles,
    lookedUp,
    hasBody: parsed.body.trim() !== '',
    hasMath: body.hasMath || Object.values(texts).some((text) => text?.hasMath),
    hasPlayer: htmlTexts.some(containsPlayer),
    ...(image && { image }),
    pdfs,
    findings,
  };
}

interface TextOptions {
  math: boolean;
  finders: Finders;
}

/** Renders the texts of the front matter. A text with two names is rendered once. */
async function renderTexts(
  rawTexts: readonly RawText[],
  findings: Finding[],
  renderer: TextRenderer,
  { math, finders }: TextOptions,
): Promise<RenderedTexts> {
  const { findFile, findPage } = finders;
  const shortcodes = { hasFile: (name: string) => findFile(name) !== undefined, findPage };
  const texts: RenderedTexts = {};
  const byKey = new Map<string, RichText>();
  for (const { name, path, value, kind } of rawTexts) {
    const key = path.join('.');
    const text = byKey.get(key) ?? (await render(value, kind, path));
    byKey.set(key, text);
    texts[name] = text;
  }
  return texts;

  async function render(value: string, kind: RawText['kind'], path: KeyPath) {
    if (kind !== 'block') {
      const inline = renderer.inline(value, { kind, math, shortcodes, findFile });
      const { findings: textFindings, ...text } = inline;
      findings.push(...textFindings.map((finding) => toKeyFinding(finding, path)));
      return text;
    }
    const block = await renderer.block(value, { math, findPage });
    findings.push(...block.findings.map((finding) => toKeyFinding(finding, path)));
    const text = renderer.plainText(value, { math, shortcodes });
    return { html: block.html, text, ...(block.hasMath && { hasMath: true }) };
  }
}

interface BodyOptions {
  math: boolean;
  /** Whether code may be highlighted. */
  highlight: boolean;
  finders: Finders;
}

/** Renders the body of a page. The positions of its findings are those in the file. */
async function renderBody<F extends PageFrontMatter>(
  section: Section<F>,
  { file, parsed }: Pick<ParsedPage, 'file' | 'parsed'>,
  renderer: TextRenderer,
  { math, highlight, finders }: BodyOptions,
) {
  const isMdx = file.path.endsWith('.mdx');
  const body = await renderer.block(parsed.body, {
    ...{ math, isMdx, ...finders },
    highlight: (section.highlights ?? false) && highlight,
    slides: section.slides ?? false,
    fileURL: pathToFileURL(file.path),
  });
  const findings: Finding[] = body.findings.map((finding) =>
    toFileFinding(finding, parsed.bodyLine),
  );
  return { ...body, isMdx, findings };
}
