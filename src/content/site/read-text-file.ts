import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { z } from 'zod';
import type { RenderedText, TextRenderer } from '../../markdown/render/text-renderer.ts';
import type { TextFinding } from '../../markdown/source/environment.ts';
import type { Finding } from '../../schema/finding.ts';
import { createImageReader } from '../assets/image-cache.ts';
import { locateFile } from '../assets/find-file.ts';
import { pictureName } from '../assets/find-image.ts';
import { folderAsBundle, type PageFile } from '../assets/page-files.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { checkSchema } from '../parse/check-schema.ts';
import { readFrontMatter } from '../parse/front-matter.ts';
import { type Problem, toFailureProblem, toProblems } from '../parse/problem.ts';

/** A text of the site that is no page of its own. */
export interface TextFile<F> {
  file: Required<PageFile>;
  /** Undefined where it has an error. */
  frontMatter: F | undefined;
  body: RenderedText;
  hasBody: boolean;
  /** All that is said of it, with what its reader adds. */
  problems(more?: readonly Finding[]): Problem[];
}

interface Reading<S extends z.ZodType> {
  folder: SiteFolder;
  renderer: TextRenderer;
  schema: S;
  /** Of the codes of its findings. */
  topic: string;
  /** Keys that are passed over. */
  knownKeys?: readonly string[];
}

/**
 * Reads and renders a Markdown file with or without front matter; `path` is absolute, `name` that of
 * messages. Undefined where there is no such file; its one problem where it cannot be read at all.
 */
export async function readTextFile<S extends z.ZodType<object>>(
  path: string,
  name: string,
  { folder, renderer, schema, topic, knownKeys }: Reading<S>,
): Promise<TextFile<z.output<S>> | Problem | undefined> {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  const written = hasFence(text) ? readFrontMatter(text) : withoutFrontMatter(text);
  if ('failure' in written) return toFailureProblem(written.failure, name, text);
  const { value, findings } = checkSchema(schema, written.data, knownKeys);
  const stem = name.replace(/^.*\/|\.md$/g, '');
  const file = { path, name, stem, bundle: folderAsBundle(dirname(path)) };
  // Pictures reach the page by themselves; other files are published from public/ alone.
  const findFile = (named: string) => {
    const located = locateFile(folder, file, named);
    return located?.place === 'bundle' && !pictureName.test(located.path) ? undefined : located;
  };
  const body = await renderer.block(written.body, {
    ...{ math: !isOff(value), fileURL: pathToFileURL(path), findFile },
    readPicture: createImageReader(findFile),
  });
  const inText = body.findings.map((finding) => inBody(finding, written.bodyLine));
  const own = [...written.findings, ...findings, ...inText];
  const hasBody = written.body.trim() !== '';
  const problems = (more: readonly Finding[] = []) =>
    toProblems([...own, ...more], { file: name, topic }, written, text);
  return { file, frontMatter: value, body, hasBody, problems };
}

function withoutFrontMatter(text: string): ReturnType<typeof readFrontMatter> {
  const written = readFrontMatter(`---\n---\n${text}`);
  return 'failure' in written ? written : { ...written, bodyLine: 1 };
}

function hasFence(text: string): boolean {
  return /^\uFEFF?\s*(---|\+\+\+)[ \t]*(\r?\n|$)/.test(text);
}

function isOff(frontMatter: { math?: unknown } | undefined): boolean {
  return frontMatter?.math === false;
}

/** A finding in a body as one in its file, whose line `bodyLine` is the body's first. */
export function inBody(finding: TextFinding, bodyLine: number): Finding {
  const { line, column } = finding.position;
  return { ...finding, path: [], position: { line: line + bodyLine - 1, column } };
}
