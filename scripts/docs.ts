/**
 * Updates the generated documents: `npm run docs`. It generates `docs/front-matter.md` from the schemas,
 * each message in `docs/problems.md` from the example above it, and the recipes for servers in `docs/hosting.md` from
 * the table of headers. A test calls the same functions and fails if a document is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { printRecipes } from './docs-hosting.ts';
import { printProblems } from './docs-problems.ts';
import { printReference } from './docs-reference.ts';
import { root } from './project-node.mjs';

export interface Document {
  path: string;
  /** The up-to-date text. */
  text: string;
}

/** Generates the documents that `npm run docs` writes. */
export async function generateDocuments(): Promise<Document[]> {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  return [
    { path: 'docs/front-matter.md', text: printReference() },
    { path: 'docs/problems.md', text: await printProblems(read('docs/problems.md')) },
    { path: 'docs/hosting.md', text: printRecipes(read('docs/hosting.md')) },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { path, text } of await generateDocuments()) {
    writeFileSync(join(root, path), text);
    console.log(path);
  }
}
