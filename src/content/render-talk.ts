import { pathToFileURL } from 'node:url';
import type { MarkdownHeading } from '@astrojs/markdown-remark';
import type { TextFinding } from '../markdown/environment.ts';
import type { InlineKind } from '../markdown/inline.ts';
import { toPlainText, type TextRenderer } from '../markdown/render.ts';
import type { RichText, TalkTexts } from '../model/talk.ts';
import { keyOfText, writtenTexts, type WrittenTexts } from '../model/written-texts.ts';
import type { Finding } from '../schema/finding.ts';
import { inBody } from './in-body.ts';
import type { ReadTalk } from './read-talk.ts';

export interface RenderedTalk {
  texts: TalkTexts;
  /** Absent for MDX, whose body is a module of its own. */
  body?: { html: string; headings: MarkdownHeading[]; imagePaths: string[] };
  /** Files of the bundle that the body names. */
  usedFiles: string[];
  /** What the body depends on besides itself. */
  lookedUp: Record<string, string>;
  hasBody: boolean;
  hasMath: boolean;
  findings: Finding[];
}

const inlineKinds: Record<Exclude<keyof WrittenTexts, 'abstract'>, InlineKind> = {
  title: 'title',
  subtitle: 'title',
  event: 'line',
  venue: 'line',
  summary: 'line',
  caption: 'line',
};

/** Renders every text of a talk. Formulas that KaTeX refuses come back as findings. */
export async function renderTalk(talk: ReadTalk, renderer: TextRenderer): Promise<RenderedTalk> {
  const { file, frontMatter, written } = talk;
  const math = frontMatter.math !== false;
  const texts = writtenTexts(frontMatter);
  const findings: Finding[] = [];
  const rendered: Partial<Record<keyof WrittenTexts, RichText>> = {};

  for (const key of Object.keys(inlineKinds) as (keyof typeof inlineKinds)[]) {
    const text = texts[key];
    if (text === undefined) continue;
    const line = renderer.inline(text, { kind: inlineKinds[key], math });
    rendered[key] = { html: line.html, text: line.text };
    findings.push(...line.findings.map((finding) => inKey(finding, keyOfText(frontMatter, key))));
  }
  if (texts.abstract !== undefined) {
    const { html, findings: found } = await renderer.block(texts.abstract, { math });
    rendered.abstract = { html, text: toPlainText(texts.abstract, { math }) };
    findings.push(...found.map((finding) => inKey(finding, ['abstract'])));
  }

  const body = await renderer.block(written.body, { math, fileURL: pathToFileURL(file.path), findFile: talk.locate });
  findings.push(...body.findings.map((finding) => inBody(finding, written.bodyLine)));
  const isMdx = file.path.endsWith('.mdx');
  const { html, headings, imagePaths, usedFiles, lookedUp } = body;
  return {
    texts: { ...rendered, title: rendered.title ?? { html: '', text: '' } },
    ...(!isMdx && { body: { html, headings, imagePaths } }),
    usedFiles,
    lookedUp,
    hasBody: written.body.trim() !== '',
    hasMath: [html, ...Object.values(rendered).map((text) => text.html)].some(holdsMath),
    findings,
  };
}

function inKey(finding: TextFinding, path: (string | number)[]): Finding {
  const { code, severity, message, remedy } = finding;
  return { path, code, severity, message, remedy };
}

function holdsMath(html: string): boolean {
  return html.includes('class="katex');
}
