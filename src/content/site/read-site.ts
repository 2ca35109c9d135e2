import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../model/page/lists.ts';
import { isMap, quote } from '../../schema/describe.ts';
import { isEmpty } from '../../schema/field.ts';
import type { Finding } from '../../schema/finding.ts';
import { readFileName } from '../../schema/home.ts';
import { siteSchema, type SiteSettings } from '../../schema/site.ts';
import { suggest } from '../../schema/suggest.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { checkSchema } from '../parse/check-schema.ts';
import { readSettings } from '../parse/front-matter.ts';
import { type Problem, toFailureProblem, toProblems } from '../parse/problem.ts';

export interface SiteReading {
  /** Defaults stand in where `site.yaml` cannot be read; `problems` then says why. */
  settings: SiteSettings;
  problems: Problem[];
  /** Whether the author has said how to read a time that ends in Z. */
  zChosen: boolean;
}

const file = 'content/site.yaml';

/** Reads `content/site.yaml`. `SITE_URL` and `BASE_PATH` override what it says. */
export function readSite(folder: SiteFolder, env: NodeJS.ProcessEnv = process.env): SiteReading {
  const overrides = {
    ...(env['SITE_URL'] && { url: env['SITE_URL'] }),
    ...(env['BASE_PATH'] !== undefined && { base: env['BASE_PATH'] || '/' }),
  };
  const fallback = siteSchema.parse({ name: 'Your Name', ...overrides });
  const path = join(folder.content, 'site.yaml');
  if (!existsSync(path)) {
    return { settings: fallback, problems: [missing(folder)], zChosen: false };
  }

  const text = readFileSync(path, 'utf8');
  const written = readSettings(text, Object.keys(siteSchema.shape));
  if ('failure' in written) {
    const problems = [toFailureProblem(written.failure, file, text)];
    return { settings: fallback, problems, zChosen: false };
  }
  const { value, findings } = checkSchema(siteSchema, { ...written.data, ...overrides });
  const ofHome = checkHomeTexts(written.data['home'], homeTextNames(folder));
  const all = [...written.findings, ...findings, ...ofHome];
  const problems = toProblems(all, { file, topic: 'site' }, written, text);
  const times = written.data['times'];
  const zChosen = isMap(times) && !isEmpty(times['z']);
  return { settings: value ?? fallback, problems, zChosen };
}

function missing(folder: SiteFolder): Problem {
  return {
    file,
    line: 1,
    column: 1,
    severity: 'error',
    code: 'site/missing-file',
    message: `there is no site.yaml in ${folder.content}`,
    remedy: 'Create content/site.yaml with at least "name: Your Name".',
  };
}

/**
 * Returns a warning for each text that `home` lists and that does not exist.
 * @param home The value in `site.yaml`, as written.
 * @param names The names of the existing texts.
 */
function checkHomeTexts(home: unknown, names: readonly string[]): Finding[] {
  const parts: unknown[] = Array.isArray(home) ? home : [home];
  return parts.flatMap((part, index): Finding[] => {
    const name = isMap(part) ? readFileName(part['text']) : undefined;
    if (name === undefined || names.includes(name)) return [];
    const near = suggest(name, names);
    return [
      {
        path: ['home', ...(Array.isArray(home) ? [index] : []), 'text'],
        severity: 'warning',
        code: 'site/missing-text',
        message: `home lists a text, but there is no content/home/${name}.md, so it is left out`,
        remedy: near
          ? `Did you mean ${near}?`
          : `Create that file, or delete ${quote(name)} from home.`,
      },
    ];
  });
}

/** The files in `content/home/`, by the names that `home` may have for them. */
export function homeTextNames({ content }: SiteFolder): string[] {
  const folder = join(content, 'home');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => /^([^_.].*)\.md$/.exec(name)?.[1] ?? [])
    .filter((name) => name !== 'index')
    .sort(compareText);
}
