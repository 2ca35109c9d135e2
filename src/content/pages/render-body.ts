import { pathToFileURL } from 'node:url';
import type { TextRenderer } from '../../markdown/render.ts';
import type { Finding } from '../../schema/finding.ts';
import { pictureReader } from '../pictures/check-picture.ts';
import { inBody } from './in-body.ts';
import type { ReadPage } from './read-page.ts';
import type { PageFrontMatter, Section } from '../sections/section.ts';
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
  { file, written, locate }: Pick<ReadPage, 'file' | 'written' | 'locate'>,
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
