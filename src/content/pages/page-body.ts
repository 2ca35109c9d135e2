import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readFrontMatter } from '../front-matter/front-matter.ts';

/** The text of a talk below its front matter. `talkPath` is its file, relative to the project. */
export async function readPageBody(talkPath: string): Promise<string> {
  const written = readFrontMatter(await readFile(resolve(talkPath), 'utf8'));
  return 'failure' in written ? '' : written.body;
}
