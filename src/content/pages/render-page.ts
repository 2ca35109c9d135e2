import type { MarkdownHeading } from '@astrojs/markdown-remark';
import { findingOfKey } from '../../markdown/environment.ts';
import { holdsPlayer } from '../../markdown/html/rehype-players.ts';
import type { TextRenderer } from '../../markdown/render.ts';
import type { RichText } from '../../model/rich-text.ts';
import type { Texts, WrittenText } from '../../model/written-text.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import { checkPicture } from '../pictures/check-picture.ts';
import { openPdfs, type OpenedPdf } from '../pdf/page-pdfs.ts';
import type { ReadPage } from './read-page.ts';
import { renderBody } from './render-body.ts';
import type { PageFrontMatter, Section } from '../sections/section.ts';
import type { FindTalk } from './talk-references.ts';

export interface RenderedPage {
  texts: Texts;
  /** Absent for MDX, whose body is a module of its own. */
  body?: { html: string; headings: MarkdownHeading[]; imagePaths: string[] };
  /** Files of the bundle that the body names. */
  usedFiles: string[];
  /** What the body depends on besides itself. */
  lookedUp: Record<string, string>;
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
  page: ReadPage<F>,
  renderer: TextRenderer,
  findTalk: FindTalk = () => undefined,
): Promise<RenderedPage> {
  const { frontMatter, written } = page;
  const math = frontMatter.math !== false;
  const references: Record<string, string> = {};
  const shortcodes = {
    hasFile: (name: string) => page.locate(name) !== undefined,
    findTalk: (name: string) => {
      const address = findTalk(name);
      references[referenceName(name)] = address ?? '';
      return address;
    },
  };
  const findings: Finding[] = [];
  const findFile = (name: string) => {
    const found = page.locate(name);
    references[name] = found ? `${found.place}:${found.path}` : '';
    return found;
  };
  const texts = await renderTexts(section.texts(frontMatter), findings, renderer, {
    math,
    shortcodes,
    findFile,
  });

  const body = await renderBody(section, page, renderer, {
    ...{ math, highlight: frontMatter.highlight !== false },
    findTalk: shortcodes.findTalk,
  });
  findings.push(...body.findings);
  const { pdfs, findings: ofPdfs } = await openPdfs(page.pdfs);
  const { picture, findings: ofPicture } = await checkPicture(page.picture);
  findings.push(...ofPdfs, ...ofPicture);
  const { html, headings, imagePaths, usedFiles, lookedUp } = body;
  const all = [html, ...Object.values(texts).flatMap((text) => text?.html ?? [])];
  return {
    texts,
    ...(!body.isMdx && { body: { html, headings, imagePaths } }),
    usedFiles,
    lookedUp: { ...lookedUp, ...references },
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
  shortcodes: NonNullable<Parameters<TextRenderer['plain']>[1]['shortcodes']>;
  findFile: ReadPage['locate'];
}

/** A text that two names take from one key is rendered once. */
async function renderTexts(
  written: readonly WrittenText[],
  findings: Finding[],
  renderer: TextRenderer,
  { math, shortcodes, findFile }: InTexts,
): Promise<Texts> {
  const texts: Texts = {};
  const known = new Map<string, RichText>();
  for (const { name, path, value, kind } of written) {
    const key = path.join('.');
    const text = known.get(key) ?? (await render(value, kind, path));
    known.set(key, text);
    texts[name] = text;
  }
  return texts;

  async function render(value: string, kind: WrittenText['kind'], path: KeyPath) {
    if (kind !== 'block') {
      const inline = renderer.inline(value, { kind, math, shortcodes, findFile });
      const { findings: found, ...text } = inline;
      findings.push(...found.map((finding) => findingOfKey(finding, path)));
      return text;
    }
    const block = await renderer.block(value, { math, findTalk: shortcodes.findTalk });
    findings.push(...block.findings.map((finding) => findingOfKey(finding, path)));
    const text = renderer.plain(value, { math, shortcodes });
    return { html: block.html, text, ...(block.hasMath && { hasMath: true }) };
  }
}

/** The name in `lookedUp` of a talk that the texts refer to. */
function referenceName(written: string): string {
  return `ref ${written}`;
}

/** The talk that a name in `lookedUp` refers to; undefined for the name of a file. */
export function referencedTalk(name: string): string | undefined {
  return name.startsWith('ref ') ? name.slice(4) : undefined;
}
