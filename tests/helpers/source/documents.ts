import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { root } from '../../../scripts/project-node.mjs';

/** The README, CONTRIBUTING.md and all pages in docs/, as paths from the root of the project. */
export const documents: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Reads a file by its path from the root of the project. */
export function readDocument(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

const parsedDocuments = new Map<string, Root>();

/** Parses a document as GitHub does, once: a table of contents asks for the anchors with each of its links. */
export function parseDocument(path: string): Root {
  const parsed =
    parsedDocuments.get(path) ??
    unified().use(remarkParse).use(remarkGfm).parse(readDocument(path));
  parsedDocuments.set(path, parsed);
  return parsed;
}

/** Returns the anchors that GitHub gives to the headings of a document. */
export function listAnchors(path: string): string[] {
  const slugger = new GithubSlugger();
  const anchors: string[] = [];
  visit(parseDocument(path), 'heading', (heading) => {
    anchors.push(slugger.slug(toString(heading)));
  });
  return anchors;
}

/** Returns the addresses of all links, images and link definitions in a document. */
export function listLinks(path: string): string[] {
  const links: string[] = [];
  visit(parseDocument(path), (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push(node.url);
    }
  });
  return links;
}

/** Returns the paths in code spans of a document that begin with a folder of the project's own files. */
export function listPaths(path: string): string[] {
  const paths: string[] = [];
  visit(parseDocument(path), 'inlineCode', ({ value }) => {
    if (/^(src|scripts|tests|docs|schemas)\/\S*$/.test(value)) paths.push(value);
  });
  return paths;
}

/** Returns the scripts of package.json that a document calls, in text and in examples. */
export function listScripts(path: string): string[] {
  const calls = readDocument(path).matchAll(/\bnpm (?:run\s+([a-z][\w:-]*)|(start|test)\b)/g);
  return [...calls].map(([, run, short]) => run ?? short ?? '');
}
