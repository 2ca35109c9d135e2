import { pathToFileURL } from 'node:url';
import type { TextRenderer } from '../markdown/render.ts';
import type { Finding } from '../schema/finding.ts';
import { pictureReader } from './check-picture.ts';
import { inBody } from './in-body.ts';
import type { BrokenPage } from './read-page.ts';
import { inSection, type PageFrontMatter, type Section } from './section.ts';
import type { FindTalk } from './talk-references.ts';

interface BodyOptions {
  math: boolean;
  /** Whether code may be set in colours. */
  highlight: boolean;
  findTalk: FindTalk;
}

/** Renders the text below a front matter; its findings have their place in the file. */
export async function renderBody<F extends PageFrontMatter>(
  section: Section<F>,
  { file, written, locate }: Pick<BrokenPage, 'file' | 'written' | 'locate'>,
  renderer: TextRenderer,
  { math, highlight, findTalk }: BodyOptions,
) {
  const isMdx = file.path.endsWith('.mdx');
  const body = await renderer.block(written.body, {
    ...{ math, isMdx, findTalk, findFile: locate },
    readPicture: pictureReader(locate),
    highlight: (section.highlights ?? false) && highlight,
    slides: section.slides ?? false,
    fileURL: pathToFileURL(file.path),
  });
  const findings: Finding[] = body.findings.map((finding) => inBody(finding, written.bodyLine));
  return { ...body, isMdx, findings };
}

/** What is to be said of the body of a page that its front matter keeps from being one. */
export async function checkBody<F extends PageFrontMatter>(
  section: Section<F>,
  broken: BrokenPage,
  renderer: TextRenderer,
  findTalk: FindTalk,
): Promise<Finding[]> {
  const math = broken.written.data['math'] !== false;
  const options = { math, highlight: false, findTalk };
  const { findings } = await renderBody(section, broken, renderer, options);
  return findings.map((finding) => inSection(finding, section));
}
