import { join } from 'node:path';
import type { RenderedText, TextRenderer } from '../../markdown/render/text-renderer.ts';
import { aboutSchema, type AboutFrontMatter } from '../../schema/about.ts';
import type { Finding } from '../../schema/finding.ts';
import { checkPicture } from '../assets/find-image.ts';
import { stampOf } from '../assets/image-cache.ts';
import type { Problem } from '../parse/problem.ts';
import { readTextFile } from './read-text-file.ts';
import type { SiteFolder } from '../assets/site-folder.ts';

export interface ReadAbout {
  path: string;
  frontMatter: AboutFrontMatter;
  body: RenderedText;
  /** The portrait moves. */
  animated: boolean;
}

/** Reads and renders `content/about.md`. A site may go without it. */
export async function readAbout(
  folder: SiteFolder,
  renderer: TextRenderer,
): Promise<{ about?: ReadAbout; problems: Problem[] }> {
  const path = join(folder.content, 'about.md');
  const schema = aboutSchema;
  const read = await readTextFile(path, 'content/about.md', {
    folder,
    renderer,
    schema,
    topic: 'about',
  });
  if (!read) return { problems: [] };
  if ('code' in read) return { problems: [read] };

  const all: Finding[] = [];
  const frontMatter = { ...read.frontMatter };
  if (frontMatter.portrait && !read.file.bundle.files.includes(frontMatter.portrait)) {
    all.push(missingPortrait(frontMatter.portrait));
    delete frontMatter.portrait;
  }
  const { picture, findings: ofPortrait } = await checkPortrait(frontMatter.portrait, folder);
  if (!picture) delete frontMatter.portrait;
  all.push(...ofPortrait);
  const animated = picture?.animated ?? false;
  const about = { path, frontMatter, body: read.body, animated };
  return { about, problems: read.problems(all) };
}

function checkPortrait(portrait: string | undefined, { content }: SiteFolder) {
  if (portrait === undefined) return checkPicture(undefined);
  const file = join(content, portrait);
  const found = { name: portrait, file, stamp: stampOf(file), path: ['portrait'] };
  return checkPicture(found);
}

function missingPortrait(portrait: string): Finding {
  return {
    path: ['portrait'],
    severity: 'warning',
    code: 'about/missing-file',
    message: `the portrait "${portrait}" is not next to about.md, so the page shows no portrait`,
    remedy: 'Put the image there, or delete the line.',
  };
}
