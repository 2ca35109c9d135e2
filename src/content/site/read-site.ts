import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap } from '../../schema/describe.ts';
import { isEmpty } from '../../schema/field.ts';
import { siteSchema, type SiteSettings } from '../../schema/site.ts';
import { checkHomeTexts } from './check-home.ts';
import { checkSchema } from '../front-matter/check-schema.ts';
import { readSettings } from '../front-matter/front-matter.ts';
import { homeTextNames } from './home-text-names.ts';
import { toFailureProblem, toProblems, type Problem } from '../problems/problem.ts';
import type { SiteFolder } from '../site-folder.ts';

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
