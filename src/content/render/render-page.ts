import { pathToFileURL } from 'node:url';
import type { MarkdownHeading } from '@astrojs/markdown-remark';
import { holdsPlayer } from '../../markdown/html/rehype-embeds.ts';
import type { TextRenderer } from '../../markdown/render/text-renderer.ts';
import { findingOfKey } from '../../markdown/source/environment.ts';
import { type Finders, type LookedUp, recordLookUps } from '../../markdown/source/look-ups.ts';
import type { RichText, RenderedTexts, RawText } from '../../model/page/page-texts.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import { checkPicture } from '../assets/find-image.ts';
import { createImageReader } from '../assets/image-cache.ts';
import { type OpenedPdf, openPdfs } from '../assets/page-pdfs.ts';
import type { FindTalk } from './page-finder.ts';
import type { ParsedPage } from '../sections/parsed-page.ts';
import type { PageFrontMatter } from '../assets/page-files.ts';
import type { Section } from '../sections/section.ts';
import { inBody } from '../site/read-text-file.ts';

export interface RenderedPage {
  texts: RenderedTexts;
  /** Absent for MDX, whose body is a module of its own. */
  body?: { html: string; headings: MarkdownHeading[]; imagePaths: string[] };
  /** Files of the bundle that the body names. */
  usedFiles: string[];
  lookedUp: LookedUp;
  hasBody: boolean;
  hasMath: boolean;
  hasPlayer: boolean;
  /** Its picture, relative to its file, if it can be shown. */
  pictureFile?: { name: string; animated: boolean };
  /** Its PDFs, opened. */
  pdfs: OpenedPdf[];
  findings: Finding[];
}

/**
 * Renders every text of a page, opens its PDFs and reads its pictures. Formulas that KaTeX refuses,
 * and PDFs and pictures that do not open, come back as findings.
 */
export async function renderPage<F extends PageFrontMatter>(
  section: Section<F>,
  page: ParsedPage<F>,
  renderer: TextRenderer,
  findTalk: FindTalk = () => undefined,
): Promise<RenderedPage> {
  const { frontMatter, written } = page;
  const math = frontMatter.math !== false;
  const { lookedUp, ...finders } = recordLookUps({
    ...{ findFile: page.locate, findTalk },
    readPicture: createImageReader(page.locate),
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
  const { pdfs, findings: ofPdfs } = await openPdfs(page.pdfs);
  const { picture, findings: ofPicture } = await checkPicture(page.picture);
  findings.push(...ofPdfs, ...ofPicture);
  const { html, headings, imagePaths, usedFiles } = body;
  const all = [html, ...Object.values(texts).flatMap((text) => text?.html ?? [])];
  return {
    texts,
    ...(!body.isMdx && { body: { html, headings, imagePaths } }),
    usedFiles,
    lookedUp,
    hasBody: written.body.trim() !== '',
    hasMath: body.hasMath || Object.values(texts).some((text) => text?.hasMath),
    hasPlayer: all.some(holdsPlayer),
    ...(picture && { pictureFile: picture }),
    pdfs,
    findings,
  };
}

interface InTexts {
  math: boolean;
  finders: Finders;
}

/** A text that two names take from one key is rendered once. */
async function renderTexts(
  written: readonly RawText[],
  findings: Finding[],
  renderer: TextRenderer,
  { math, finders }: InTexts,
): Promise<RenderedTexts> {
  const { findFile, findTalk } = finders;
  const shortcodes = { hasFile: (name: string) => findFile(name) !== undefined, findTalk };
  const texts: RenderedTexts = {};
  const known = new Map<string, RichText>();
  for (const { name, path, value, kind } of written) {
    const key = path.join('.');
    const text = known.get(key) ?? (await render(value, kind, path));
    known.set(key, text);
    texts[name] = text;
  }
  return texts;

  async function render(value: string, kind: RawText['kind'], path: KeyPath) {
    if (kind !== 'block') {
      const inline = renderer.inline(value, { kind, math, shortcodes, findFile });
      const { findings: found, ...text } = inline;
      findings.push(...found.map((finding) => findingOfKey(finding, path)));
      return text;
    }
    const block = await renderer.block(value, { math, findTalk });
    findings.push(...block.findings.map((finding) => findingOfKey(finding, path)));
    const text = renderer.plain(value, { math, shortcodes });
    return { html: block.html, text, ...(block.hasMath && { hasMath: true }) };
  }
}

interface BodyOptions {
  math: boolean;
  /** Whether code may be set in colours. */
  highlight: boolean;
  finders: Finders;
}

/** Renders the text below a front matter; its findings have their place in the file. */
async function renderBody<F extends PageFrontMatter>(
  section: Section<F>,
  { file, written }: Pick<ParsedPage, 'file' | 'written'>,
  renderer: TextRenderer,
  { math, highlight, finders }: BodyOptions,
) {
  const isMdx = file.path.endsWith('.mdx');
  const body = await renderer.block(written.body, {
    ...{ math, isMdx, ...finders },
    highlight: (section.highlights ?? false) && highlight,
    slides: section.slides ?? false,
    fileURL: pathToFileURL(file.path),
  });
  const findings: Finding[] = body.findings.map((finding) => inBody(finding, written.bodyLine));
  return { ...body, isMdx, findings };
}
