import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RenderedText, TextRenderer } from '../markdown/render.ts';
import { aboutSchema, type AboutFrontMatter } from '../schema/about.ts';
import type { Finding } from '../schema/finding.ts';
import { checkPicture, pictureReader } from './check-picture.ts';
import { checkSchema } from './check-schema.ts';
import { locateFile } from './find-file.ts';
import { readFrontMatter } from './front-matter.ts';
import { inBody } from './in-body.ts';
import { stampOf } from './picture-store.ts';
import { toFailureProblem, toProblems, type Problem } from './problem.ts';
import type { SiteFolder } from './site-folder.ts';
import { folderAsBundle } from './page-files.ts';

export interface ReadAbout {
  path: string;
  frontMatter: AboutFrontMatter;
  body: RenderedText;
  /** The portrait moves. */
  animated: boolean;
}

const name = 'content/about.md';

/** Reads and renders `content/about.md`. A site may go without it. */
export async function readAbout(
  folder: SiteFolder,
  renderer: TextRenderer,
): Promise<{ about?: ReadAbout; problems: Problem[] }> {
  const path = join(folder.content, 'about.md');
  if (!existsSync(path)) return { problems: [] };
  const text = readFileSync(path, 'utf8');
  const written = hasFence(text) ? readFrontMatter(text) : withoutFrontMatter(text);
  if ('failure' in written) return { problems: [toFailureProblem(written.failure, name, text)] };

  const { value, findings } = checkSchema(aboutSchema, written.data);
  const file = { path, name, stem: 'about', bundle: folderAsBundle(folder.content) };
  const findFile = (named: string) => locateFile(folder, file, named);
  const fileURL = pathToFileURL(path);
  const body = await renderer.block(written.body, {
    ...{ math: true, fileURL, findFile },
    readPicture: pictureReader(findFile),
  });
  const all: Finding[] = [...written.findings, ...findings];
  all.push(...body.findings.map((finding) => inBody(finding, written.bodyLine)));
  const frontMatter = { ...value };
  if (frontMatter.portrait && !file.bundle.files.includes(frontMatter.portrait)) {
    all.push(missingPortrait(frontMatter.portrait));
    delete frontMatter.portrait;
  }
  const { picture, findings: ofPortrait } = await checkPortrait(frontMatter.portrait, folder);
  if (!picture) delete frontMatter.portrait;
  all.push(...ofPortrait);
  const animated = picture?.animated ?? false;
  return { about: { path, frontMatter, body, animated }, problems: toProblems(all, name, written, text) };
}

function checkPortrait(portrait: string | undefined, { content }: SiteFolder) {
  if (portrait === undefined) return checkPicture(undefined);
  const file = join(content, portrait);
  const found = { name: portrait, file, stamp: stampOf(file), path: ['portrait'] };
  return checkPicture(found, 'about/unreadable-picture');
}

function withoutFrontMatter(text: string): ReturnType<typeof readFrontMatter> {
  const written = readFrontMatter(`---\n---\n${text}`);
  return 'failure' in written ? written : { ...written, bodyLine: 1 };
}

function hasFence(text: string): boolean {
  return /^\uFEFF?\s*(---|\+\+\+)[ \t]*(\r?\n|$)/.test(text);
}

function missingPortrait(portrait: string): Finding {
  return {
    path: ['portrait'],
    severity: 'warning',
    code: 'about/missing-file',
    message: `"${portrait}" is not beside about.md`,
    remedy: 'Put the picture there, or take the line out.',
  };
}
