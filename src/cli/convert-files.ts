import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../content/assets/atomic-write.ts';
import type { SiteFolder } from '../content/assets/site-folder.ts';
import { decodeText } from '../content/parse/decode-text.ts';
import type { Problem } from '../content/parse/problem.ts';

/** The comment with which JabRef names the encoding of a `.bib` file. */
const DECLARATION = /^(% Encoding: ).*$/m;

/** The codes of files that can be converted. */
const convertible: readonly string[] = ['file/encoding', 'file/mdx-encoding'];

/** Converts the files with a problem of encoding to UTF-8. Returns a line for each, for the author. */
export function convertFiles(folder: SiteFolder, problems: readonly Problem[]): string[] {
  const names = problems.filter(({ code }) => convertible.includes(code)).map(({ file }) => file);
  return [...new Set(names)].flatMap((name) => {
    const path = join(folder.root, name);
    const bytes = readFileSync(path);
    const { text, encoding, failure } = decodeText(bytes);
    if (failure || !encoding) return [];
    writeAtomically(realpathSync(path), text.replace(DECLARATION, '$1UTF-8'));
    return [`Converted ${name} from ${encoding} to UTF-8.`];
  });
}
