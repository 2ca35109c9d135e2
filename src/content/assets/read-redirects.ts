import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../schema/finding.ts';
import { redirectsSchema } from '../../schema/redirects.ts';
import { checkSchema } from '../parse/check-schema.ts';
import { readSettings } from '../parse/front-matter.ts';
import { toFailureProblem, toProblems, type Problem } from '../parse/problem.ts';
import type { SiteFolder } from './site-folder.ts';

export interface RedirectsReading {
  /** Old addresses, each with the new one, as written. */
  written: Record<string, string>;
  problems: Problem[];
  /** Gives findings about the file their places. */
  locate(findings: Finding[]): Problem[];
}

const file = 'content/redirects.yaml';

/** Reads `content/redirects.yaml`; `checkAddresses` checks the addresses. */
export function readRedirects(folder: SiteFolder): RedirectsReading {
  const path = join(folder.content, 'redirects.yaml');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const none = { written: {}, locate: () => [] };
  if (text.replace(/^\uFEFF|^\s*#.*$|^---\s*$/gm, '').trim() === '') {
    return { ...none, problems: [] };
  }
  const read = readSettings(text, []);
  if ('failure' in read) return { ...none, problems: [toFailureProblem(read.failure, file, text)] };
  const locate = (findings: Finding[]) =>
    toProblems(findings, { file, topic: 'redirect' }, read, text);
  const { value, findings } = checkSchema(redirectsSchema, read.data);
  return { written: value ?? {}, problems: locate([...read.findings, ...findings]), locate };
}
