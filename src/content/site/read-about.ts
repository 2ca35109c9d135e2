import { join } from 'node:path';
import type { RenderedText, TextRenderer } from '../../markdown/render/text-renderer.ts';
import { aboutSchema, type AboutFrontMatter } from '../../schema/about.ts';
import type { Finding } from '../../schema/finding.ts';
import { checkImage } from '../assets/find-image.ts';
import { getFileStamp } from '../assets/image-cache.ts';
import type { Problem } from '../parse/problem.ts';
import { type FileLinks, readTextFile } from './read-text-file.ts';
import type { SiteFolder } from '../assets/site-folder.ts';

/** The biography with its rendered text. */
export interface ReadAbout {
  path: string;
  frontMatter: AboutFrontMatter;
  body: RenderedText;
  /** Whether the portrait is animated. */
  animated: boolean;
}

/** Reads and renders `content/about.md`, which is optional. */
export async function readAbout(
  folder: SiteFolder,
  renderer: TextRenderer,
): Promise<{ about?: ReadAbout; problems: Problem[]; links?: FileLinks }> {
  const path = join(folder.content, 'about.md');
  const schema = aboutSchema;
  const textFile = await readTextFile(path, 'content/about.md', {
    folder,
    renderer,
    schema,
    topic: 'about',
  });
  if (!textFile) return { problems: [] };
  if ('code' in textFile) return { problems: [textFile] };

  const findings: Finding[] = [];
  const frontMatter = { ...textFile.frontMatter };
  if (frontMatter.portrait && !textFile.file.bundle.files.includes(frontMatter.portrait)) {
    findings.push(toMissingPortrait(frontMatter.portrait));
    delete frontMatter.portrait;
  }
  const { image, findings: imageFindings } = await checkPortrait(frontMatter.portrait, folder);
  if (!image) delete frontMatter.portrait;
  findings.push(...imageFindings);
  const animated = image?.animated ?? false;
  const about = { path, frontMatter, body: textFile.body, animated };
  return { about, problems: textFile.problems(findings), links: textFile.links };
}

function checkPortrait(portrait: string | undefined, { content }: SiteFolder) {
  if (portrait === undefined) return checkImage(undefined);
  const file = join(content, portrait);
  return checkImage({ name: portrait, file, stamp: getFileStamp(file), path: ['portrait'] });
}

function toMissingPortrait(portrait: string): Finding {
  return {
    path: ['portrait'],
    code: 'about/missing-file',
    message: `the portrait "${portrait}" is not next to about.md, so the page shows no portrait`,
    remedy: 'Put the image there, or delete the line.',
  };
}
