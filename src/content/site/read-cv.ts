import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TextRenderer } from '../../markdown/render/text-renderer.ts';
import { type CvTexts, toCvTextName, toRawCvTexts } from '../../model/cv/cv.ts';
import type { RichText } from '../../model/page/page-texts.ts';
import { cvKeys, cvSchema, type RawCv } from '../../schema/cv.ts';
import { toKeyFinding } from '../../markdown/source/markdown-context.ts';
import type { Finding } from '../../schema/finding.ts';
import { checkSchema, pickValidKeys } from '../parse/check-schema.ts';
import { createFileFinder } from '../assets/find-file.ts';
import { readSettings } from '../parse/front-matter.ts';
import { createSpeller } from '../parse/normalise-keys.ts';
import { locateParsed } from '../parse/raw-path.ts';
import { toFailureProblem, toProblems, type Problem } from '../parse/problem.ts';
import type { FileLinks, RenderedLink } from './read-text-file.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { readAuthorText } from '../parse/decode-text.ts';

/** A valid CV with its rendered texts. */
export interface ReadCv {
  raw: RawCv;
  texts: CvTexts;
}

const name = 'content/cv.yaml';

/** Reads `content/cv.yaml`, which is optional, and renders its texts. */
export function readCv(
  folder: SiteFolder,
  renderer: TextRenderer,
): { cv?: ReadCv; problems: Problem[]; links?: FileLinks } {
  const path = join(folder.content, 'cv.yaml');
  if (!existsSync(path) || folder.leftOut?.has(name)) return { problems: [] };
  const { text, findings: textFindings, failure } = readAuthorText(path);
  if (failure) return { problems: [toFailureProblem(failure, name, text)] };
  const parsed = readSettings(text, Object.keys(cvSchema.shape), createSpeller(cvKeys));
  if ('failure' in parsed) return { problems: [toFailureProblem(parsed.failure, name, text)] };

  const { value, rest, findings } = checkSchema(cvSchema, parsed.data);
  const valueFindings: Finding[] = [];
  const pickValid = () => pickValidKeys(cvSchema, parsed.data, findings);
  const texts: Record<string, RichText> = {};
  const links: RenderedLink[] = [];
  const file = { path, name, stem: 'cv' };
  const findFile = createFileFinder(folder, file);
  for (const { path, value: rawText, kind } of toRawCvTexts(value ?? pickValid())) {
    const rendered = renderer.inline(rawText, { kind, math: true, findFile });
    const { findings, links: textLinks = [], ...text } = rendered;
    texts[toCvTextName(path)] = text;
    links.push(...textLinks.map(({ url }) => ({ url, path })));
    valueFindings.push(...findings.map((finding) => toKeyFinding(finding, path)));
  }
  const names = { file: name, topic: 'cv' };
  const locate = (found: readonly Finding[]) =>
    toProblems(found, names, locateParsed(parsed, rest), text);
  const problems = [
    ...toProblems([...textFindings, ...parsed.findings, ...findings], names, parsed, text),
    ...locate(valueFindings),
  ];
  return value
    ? { cv: { raw: value, texts }, problems, links: { body: '', links, locate } }
    : { problems };
}
