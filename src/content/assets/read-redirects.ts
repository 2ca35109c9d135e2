import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../schema/finding.ts';
import { redirectsSchema } from '../../schema/redirects.ts';
import { checkSchema } from '../parse/check-schema.ts';
import { readSettings } from '../parse/front-matter.ts';
import { toFailureProblem, toProblems, type Problem } from '../parse/problem.ts';
import type { SiteFolder } from './site-folder.ts';
import { decodeText, readAuthorText } from '../parse/decode-text.ts';

export interface RedirectsReading {
  /** The new addresses by the old ones, both as in the file. */
  redirects: Record<string, string>;
  problems: Problem[];
  /** Adds the positions in the file to findings. */
  locate(findings: readonly Finding[]): Problem[];
}

const file = 'content/redirects.yaml';

/** Reads `content/redirects.yaml`; `checkAddresses` checks the addresses. */
export function readRedirects(folder: SiteFolder): RedirectsReading {
  const path = join(folder.content, 'redirects.yaml');
  const isRead = existsSync(path) && !folder.leftOut?.has(file);
  const {
    text,
    findings: textFindings,
    failure,
  } = isRead ? readAuthorText(path) : decodeText(Buffer.alloc(0));
  const empty = { redirects: {}, locate: () => [] };
  if (text.replace(/^\uFEFF|^\s*#.*$|^---\s*$/gm, '').trim() === '') {
    return { ...empty, problems: [] };
  }
  const parsed = failure ? { failure } : readSettings(text, []);
  if ('failure' in parsed)
    return { ...empty, problems: [toFailureProblem(parsed.failure, file, text)] };
  const locate = (findings: readonly Finding[]) =>
    toProblems(findings, { file, topic: 'redirect' }, parsed, text);
  const { value, findings } = checkSchema(redirectsSchema, parsed.data);
  return {
    redirects: value ?? {},
    problems: locate([...textFindings, ...parsed.findings, ...findings]),
    locate,
  };
}
