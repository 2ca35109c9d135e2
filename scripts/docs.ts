/**
 * Brings the documents that the program itself knows up to date: `npm run docs`.
 * `docs/front-matter.md` is made from the schemas, and each message in `docs/problems.md` is printed
 * anew from the example above it. A test runs the same functions and fails when they would change a
 * document.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { printProblems } from './docs-problems.ts';
import { printReference } from './docs-reference.ts';
import { root } from './project-node.mjs';

export interface Document {
  path: string;
  /** As it should be. */
  text: string;
}

export async function documents(): Promise<Document[]> {
  const problems = readFileSync(join(root, 'docs/problems.md'), 'utf8');
  return [
    { path: 'docs/front-matter.md', text: printReference() },
    { path: 'docs/problems.md', text: await printProblems(problems) },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { path, text } of await documents()) {
    writeFileSync(join(root, path), text);
    console.log(path);
  }
}
