import { pathToFileURL } from 'node:url';
import type { MarkdownHeading } from '@astrojs/markdown-remark';
import { containsPlayer } from '../../markdown/html/rehype-embeds.ts';
import type { TextRenderer } from '../../markdown/render/text-renderer.ts';
import {
  type HtmlNotation,
  type MacroScope,
  type TextFinding,
  type TextLink,
  toKeyFinding,
} from '../../markdown/source/markdown-context.ts';
import { type Finders, type LookUps, recordLookUps } from '../../markdown/source/look-ups.ts';
import { isHtmlFile } from '../../model/page/markdown-files.ts';
import { toSearchText } from '../../model/page/search-text.ts';
import type { RawText, RenderedTexts, RichText } from '../../model/page/page-texts.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import type { FileFinder } from '../assets/find-file.ts';
import { createImageReader } from '../assets/image-cache.ts';
import type { PageFile, PageFrontMatter } from '../assets/page-files.ts';
import type { ParsedPage } from '../sections/parsed-page.ts';
import type { Section } from '../sections/section.ts';
import { type RenderedLink, toFileFinding, toFileLink } from '../site/read-text-file.ts';
import type { FindPage } from '../assets/page-finder.ts';

/**
 * Everything that the texts of a page are rendered from, besides the files and pages to which they refer. It can be
 * sent to a worker thread.
 */
export interface RenderJob {
  file: PageFile;
  texts: RawText[];
  body: string;
  /** The line of the file on which the body starts. */
  bodyLine: number;
  /** Whether formulas are typeset. */
  math: boolean;
  /** Definitions of TeX for all formulas of the page. */
  macros: readonly string[];
  /** Whether code is highlighted. */
  highlight: boolean;
  /** Whether the body is a deck of slides. */
  slides: boolean;
  /** Set for a body of HTML, not Markdown. */
  html?: HtmlNotation;
}

/** The functions that find the files and pages to which the texts of a page refer. */
export interface PageFinders {
  locate: FileFinder;
  findPage: FindPage;
}

/** The rendered body of a page. */
interface RenderedBody {
  html: string;
  headings: MarkdownHeading[];
  imagePaths: string[];
  /** Its words for the search. */
  words: string;
}

/** The rendered texts of a page. */
export interface PageRendering {
  texts: RenderedTexts;
  /** Absent for MDX, whose body is a module. */
  body?: RenderedBody;
  /** The files of the bundle that the body refers to. */
  usedFiles: string[];
  lookedUp: LookUps;
  hasBody: boolean;
  hasMath: boolean;
  hasPlayer: boolean;
  findings: Finding[];
  /** The links in the texts; only a check lists them. */
  links?: RenderedLink[];
}

/** Returns what the texts of a page are rendered from. */
export function toRenderJob<F extends PageFrontMatter>(
  section: Section<F>,
  { file, frontMatter, parsed }: ParsedPage<F>,
): RenderJob {
  return {
    file,
    texts: section.texts(frontMatter),
    ...{ body: parsed.body, bodyLine: parsed.bodyLine },
    math: frontMatter.math !== false,
    macros: frontMatter.macros ?? [],
    highlight: (section.highlights ?? false) && frontMatter.highlight !== false,
    slides: section.slides ?? false,
    ...(isHtmlFile(file.path) && {
      html: { math: frontMatter.math !== false, dollars: frontMatter.math === true },
    }),
  };
}

/** Renders every text of a page. Formulas that KaTeX rejects, and images that do not open, are findings. */
export async function renderTexts(
  job: RenderJob,
  renderer: TextRenderer,
  { locate, findPage }: PageFinders,
): Promise<PageRendering> {
  const { lookedUp, ...finders } = recordLookUps({
    ...{ findFile: locate, findPage },
    readImage: createImageReader(locate),
  });
  const found: Found = { findings: [], links: [] };
  const { findings, links } = found;
  // The texts of the front matter are rendered first: macros in them hold in the body.
  const macros = renderer.createMacros(job.macros);
  const texts = await renderFrontMatter(job, found, macros, renderer, finders);
  const isMdx = job.file.path.endsWith('.mdx');
  const { math, highlight, slides, html: notation } = job;
  const body = await renderer.block(job.body, {
    ...{ math, macros, isMdx, highlight, slides, ...finders },
    ...(notation && { html: notation }),
    fileURL: pathToFileURL(job.file.path),
  });
  const bodyFindings = isMdx ? body.findings.map(toMdxFinding) : body.findings;
  findings.push(...bodyFindings.map((finding) => toFileFinding(finding, job.bodyLine)));
  links.push(...(body.links ?? []).map((link) => toFileLink(link, job.bodyLine)));
  const { html, headings, imagePaths, usedFiles } = body;
  const htmlTexts = [html, ...Object.values(texts).flatMap((text) => text?.html ?? [])];
  return {
    texts,
    ...(!isMdx && { body: { html, headings, imagePaths, words: toSearchText(html) } }),
    usedFiles,
    lookedUp,
    hasBody: job.body.trim() !== '',
    hasMath: body.hasMath || Object.values(texts).some((text) => text?.hasMath),
    hasPlayer: htmlTexts.some(containsPlayer),
    findings,
    ...(links.length > 0 && { links }),
  };
}

/** Makes an error of a text that Markdown shows as its source: Astro makes the page of MDX from the same text. */
function toMdxFinding(finding: TextFinding): TextFinding {
  const { code } = finding;
  if (code !== 'text/too-long' && code !== 'text/unreadable') return finding;
  return { ...finding, code: 'file/mdx-syntax', result: 'so the page cannot be made' };
}

/** What texts contain, besides what is shown. */
interface Found {
  findings: Finding[];
  links: RenderedLink[];
}

/**
 * Renders only what lists of pages show of a page: the texts of one line. A dev server renders its other texts when they
 * are needed, and then reports the findings.
 */
export async function renderListTexts(
  job: RenderJob,
  renderer: TextRenderer,
  { locate, findPage }: PageFinders,
): Promise<PageRendering> {
  const readImage = createImageReader(locate);
  const { lookedUp, ...finders } = recordLookUps({ findFile: locate, findPage, readImage });
  const lines = job.texts.filter(({ kind }) => kind !== 'block');
  const macros = renderer.createMacros(job.macros);
  const listJob = { ...job, texts: lines };
  const texts = await renderFrontMatter(
    listJob,
    { findings: [], links: [] },
    macros,
    renderer,
    finders,
  );
  return {
    texts,
    body: { html: '', headings: [], imagePaths: [], words: '' },
    ...{ usedFiles: [], findings: [], lookedUp, hasPlayer: false },
    hasBody: job.body.trim() !== '',
    hasMath: Object.values(texts).some((text) => text?.hasMath),
  };
}

/** Renders the texts of the front matter. A text with two names is rendered once. */
async function renderFrontMatter(
  { texts: rawTexts, math }: RenderJob,
  found: Found,
  macros: MacroScope,
  renderer: TextRenderer,
  { findFile, findPage }: Finders,
): Promise<RenderedTexts> {
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
      const inline = renderer.inline(value, { kind, math, macros, shortcodes, findFile });
      const { findings, links = [], ...text } = inline;
      addFound(path, findings, links);
      return text;
    }
    const block = await renderer.block(value, {
      ...{ math, macros, findPage },
      plainTextSite: shortcodes,
    });
    addFound(path, block.findings, block.links ?? []);
    const { html, text, hasMath } = block;
    return { html, text, words: toSearchText(html), ...(hasMath && { hasMath }) };
  }

  function addFound(path: KeyPath, findings: readonly TextFinding[], links: readonly TextLink[]) {
    found.findings.push(...findings.map((finding) => toKeyFinding(finding, path)));
    found.links.push(...links.map(({ url }) => ({ url, path })));
  }
}
