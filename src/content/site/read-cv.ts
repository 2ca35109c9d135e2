import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextRenderer } from '../../markdown/render/text-renderer.ts';
import { type CvTexts, cvTextName, rawCvTexts } from '../../model/cv/cv.ts';
import type { RichText } from '../../model/page/page-texts.ts';
import { cvKeys, cvSchema, type WrittenCv } from '../../schema/cv.ts';
import { findingOfKey } from '../../markdown/source/environment.ts';
import type { Finding } from '../../schema/finding.ts';
import { checkSchema, pickValidKeys } from '../parse/check-schema.ts';
import { locateFile } from '../assets/find-file.ts';
import { readSettings } from '../parse/front-matter.ts';
import { canonicalSpelling } from '../parse/normalise-keys.ts';
import { toFailureProblem, toProblems, type Problem } from '../parse/problem.ts';
import type { SiteFolder } from '../assets/site-folder.ts';

export interface ReadCv {
  written: WrittenCv;
  texts: CvTexts;
}

const name = 'content/cv.yaml';

/** Reads `content/cv.yaml` and renders its texts. A site may go without it. */
export function readCv(
  folder: SiteFolder,
  renderer: TextRenderer,
): { cv?: ReadCv; problems: Problem[] } {
  const path = join(folder.content, 'cv.yaml');
  if (!existsSync(path)) return { problems: [] };
  const text = readFileSync(path, 'utf8');
  const read = readSettings(text, Object.keys(cvSchema.shape), canonicalSpelling(cvKeys));
  if ('failure' in read) return { problems: [toFailureProblem(read.failure, name, text)] };

  const { value, findings } = checkSchema(cvSchema, read.data);
  const all: Finding[] = [...read.findings, ...findings];
  const sound = () => pickValidKeys(cvSchema, read.data, findings);
  const texts: Record<string, RichText> = {};
  const file = { path, name, stem: 'cv' };
  const findFile = (named: string) => locateFile(folder, file, named);
  for (const { path, value: written, kind } of rawCvTexts(value ?? sound())) {
    const { findings, ...text } = renderer.inline(written, { kind, math: true, findFile });
    texts[cvTextName(path)] = text;
    all.push(...findings.map((finding) => findingOfKey(finding, path)));
  }
  const problems = toProblems(all, { file: name, topic: 'cv' }, read, text);
  return value ? { cv: { written: value, texts }, problems } : { problems };
}
