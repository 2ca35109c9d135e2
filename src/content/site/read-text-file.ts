import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { z } from 'zod';
import type { RenderedText, TextRenderer } from '../../markdown/render/text-renderer.ts';
import type { TextFinding, TextLink } from '../../markdown/source/markdown-context.ts';
import type { Finding } from '../../schema/finding.ts';
import { createImageReader } from '../assets/image-cache.ts';
import { createFileFinder } from '../assets/find-file.ts';
import { imageFileName } from '../assets/find-image.ts';
import { createPageFinder } from '../assets/page-finder.ts';
import { readBundle, type PageFile } from '../assets/page-files.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { checkSchema } from '../parse/check-schema.ts';
import { readAuthorText } from '../parse/decode-text.ts';
import { readFrontMatter } from '../parse/front-matter.ts';
import { type Problem, toFailureProblem, toProblems } from '../parse/problem.ts';

/** A text that is part of a page, with its front matter. */
export interface TextFile<F> {
  file: PageFile & Required<Pick<PageFile, 'bundle'>>;
  /** Undefined if it has an error. */
  frontMatter: F | undefined;
  body: RenderedText;
  hasBody: boolean;
  /** Returns all problems of the file, including further findings. */
  problems(furtherFindings?: readonly Finding[]): Problem[];
  /** The links of the body; only a check lists them. */
  links: FileLinks;
}

interface TextFileOptions<S extends z.ZodType> {
  folder: SiteFolder;
  renderer: TextRenderer;
  schema: S;
  /** The topic of the codes of its findings. */
  topic: string;
  /** Keys that are ignored without a warning. */
  knownKeys?: readonly string[];
}

/**
 * Reads and renders a Markdown file with or without front matter. Returns undefined if there is no such file, and a
 * problem if its front matter cannot be parsed.
 * @param path Absolute path.
 * @param name Its name in messages.
 */
export async function readTextFile<S extends z.ZodType<object>>(
  path: string,
  name: string,
  { folder, renderer, schema, topic, knownKeys }: TextFileOptions<S>,
): Promise<TextFile<z.output<S>> | Problem | undefined> {
  if (!existsSync(path) || folder.leftOut?.has(name)) return undefined;
  const { text, findings: textFindings, failure } = readAuthorText(path);
  if (failure) return toFailureProblem(failure, name, text);
  const parsed = hasFence(text) ? readFrontMatter(text) : parseWithoutFrontMatter(text);
  if ('failure' in parsed) return toFailureProblem(parsed.failure, name, text);
  const { value, findings } = checkSchema(schema, parsed.data, knownKeys);
  const stem = name.replace(/^.*\/|\.md$/g, '');
  const file = { path, name, stem, bundle: readBundle(dirname(path), folder.root) };
  // Astro publishes images next to the file; other files are published only from public/.
  const findAnyFile = createFileFinder(folder, file);
  const findFile = Object.assign(
    (value: string) => {
      const located = findAnyFile(value);
      return located?.place === 'bundle' && !imageFileName.test(located.path) ? undefined : located;
    },
    { leavesSite: findAnyFile.leavesSite },
  );
  const body = await renderer.block(parsed.body, {
    ...{ math: !isMathOff(value), macros: renderer.createMacros(toMacros(value)) },
    ...{ fileURL: pathToFileURL(path), findFile },
    findPage: createPageFinder('', [], folder),
    readImage: createImageReader(findFile),
  });
  const bodyFindings = body.findings.map((finding) => toFileFinding(finding, parsed.bodyLine));
  const fileFindings = [...textFindings, ...parsed.findings, ...findings, ...bodyFindings];
  const hasBody = parsed.body.trim() !== '';
  const locate = (found: readonly Finding[]) =>
    toProblems(found, { file: name, topic }, parsed, text);
  const problems = (furtherFindings: readonly Finding[] = []) =>
    locate([...fileFindings, ...furtherFindings]);
  const links = (body.links ?? []).map((link) => toFileLink(link, parsed.bodyLine));
  return {
    file,
    frontMatter: value,
    body,
    hasBody,
    problems,
    links: { body: parsed.body, links, locate },
  };
}

function parseWithoutFrontMatter(text: string): ReturnType<typeof readFrontMatter> {
  const parsed = readFrontMatter(`---\n---\n${text}`);
  return 'failure' in parsed ? parsed : { ...parsed, bodyLine: 1 };
}

function hasFence(text: string): boolean {
  return /^\uFEFF?\s*(---|\+\+\+)[ \t]*(\r?\n|$)/.test(text);
}

function toMacros(frontMatter: { macros?: unknown } | undefined): readonly string[] {
  return (frontMatter?.macros as readonly string[] | undefined) ?? [];
}

function isMathOff(frontMatter: { math?: unknown } | undefined): boolean {
  return frontMatter?.math === false;
}

/** A link in a text: in the value of a key, or at a position in the file. */
export interface RenderedLink extends Pick<Finding, 'path' | 'position'> {
  /** As written. */
  url: string;
}

/** The text and the links of a file, and a function that adds positions in it to findings on them. */
export interface FileLinks {
  body: string;
  links: readonly RenderedLink[];
  locate(findings: readonly Finding[]): Problem[];
}

/** Converts the position of a link in a body to the position in its file. @param bodyLine The first line of the body. */
export function toFileLink({ url, position }: TextLink, bodyLine: number): RenderedLink {
  const { line, column } = position;
  return { url, path: [], position: { line: line + bodyLine - 1, column } };
}

/** Converts the position of a finding in a body to the position in its file. @param bodyLine The first line of the body. */
export function toFileFinding(finding: TextFinding, bodyLine: number): Finding {
  const { line, column } = finding.position;
  return { ...finding, path: [], position: { line: line + bodyLine - 1, column } };
}
