import { pathToFileURL } from 'node:url';
import type { Finders } from '../../markdown/source/look-ups.ts';
import type { TextRenderer } from '../../markdown/render/text-renderer.ts';
import type { Finding } from '../../schema/finding.ts';
import { inBody } from './in-body.ts';
import type { ReadPage } from './read-page.ts';
import type { PageFrontMatter, Section } from '../sections/section.ts';

interface BodyOptions {
  math: boolean;
  /** Whether code may be set in colours. */
  highlight: boolean;
  finders: Finders;
}

/** Renders the text below a front matter; its findings have their place in the file. */
export async function renderBody<F extends PageFrontMatter>(
  section: Section<F>,
  { file, written }: Pick<ReadPage, 'file' | 'written'>,
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
