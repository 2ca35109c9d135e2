import type { z } from 'zod';
import { checkSchema } from '../parse/check-schema.ts';
import { addFileNameDate, toTitle } from '../parse/file-names.ts';
import { type FrontMatter, readFrontMatter, readSettings } from '../parse/front-matter.ts';
import type { ParseFailure } from '../parse/position.ts';
import { findExcess } from '../../markdown/render/text-limits.ts';
import { findMdxError } from '../../markdown/source/mdx-syntax.ts';
import { isEmpty } from '../../schema/field.ts';
import { isFalse, isTrue } from '../../schema/text.ts';
import type { Finding } from '../../schema/finding.ts';
import type { PageFile, PageFrontMatter } from '../assets/page-files.ts';
import { findFirstHeading } from './derived-title.ts';
import { toFileFinding } from '../site/read-text-file.ts';
import type { Section } from './section.ts';

/** The text of a page's file, parsed and checked by the schema of its section. */
export interface PageText<F extends PageFrontMatter = PageFrontMatter> {
  parsed: FrontMatter;
  /** As `rest` of `checkSchema`, with the date in the name of the file, and the title of a page that derives it. */
  data: Record<string, unknown>;
  /** Whether the file is a page of the section. If not, it is not checked. */
  isPage: boolean;
  /** Undefined if a finding is an error. */
  value?: F | undefined;
  findings: Finding[];
}

/** Parses the text of a file. The result depends on nothing but the arguments. */
export type ParsePageText = <F extends PageFrontMatter>(
  section: Section<F>,
  file: Pick<PageFile, 'path' | 'stem'>,
  text: string,
) => PageText<F> | { failure: ParseFailure };

/** Parses the text of a page's file, and checks its front matter by the schema of the section. */
export const parsePageText: ParsePageText = (section, file, text) => {
  const parsed = parseFile(section, file, text);
  if ('failure' in parsed) return parsed;
  const named = section.allowsYamlFile ? parsed.data : addFileNameDate(parsed.data, file.stem);
  const dated = isFalse(named['published']) ? { ...named, draft: true } : named;
  const isDraft = isTrue(dated['draft']);
  const lacksTitle = isEmpty(dated['title']) && isEmpty(dated['name']);
  const title = lacksTitle ? deriveTitle(section, parsed.body, file.stem, isDraft) : undefined;
  const data = title === undefined ? dated : { ...dated, title };
  if (!section.accepts(data)) return { parsed, data, isPage: false, findings: [] };
  const { value, rest, findings } = checkSchema(
    section.schema as z.ZodType<never>,
    data,
    section.keys,
    (finding, all) => {
      const hasProblem = (key: string) =>
        all.some(({ path }) => path.length === 1 && path[0] === key);
      const code = section.toCode?.(finding, data, hasProblem) ?? finding.code;
      return isDraft ? toDraftCode(code) : code;
    },
  );
  // `renderTexts` reports a text that takes too long to parse.
  const isParsed = file.path.endsWith('.mdx') && !findExcess(parsed.body);
  const mdxError = isParsed ? findMdxError(parsed.body) : undefined;
  if (!mdxError) return { parsed, data: rest, isPage: true, value, findings };
  const finding = toFileFinding(mdxError, parsed.bodyLine);
  return { parsed, data: rest, isPage: true, findings: [...findings, finding] };
};

/** Returns the title of a page without one; undefined if it needs one in its front matter. */
function deriveTitle(
  { derivesTitle = false }: Pick<Section, 'derivesTitle'>,
  body: string,
  stem: string,
  isDraft: boolean,
): string | undefined {
  if (derivesTitle && body.trim() !== '') return findFirstHeading(body) ?? toTitle(stem);
  return isDraft ? stem : undefined;
}

/** Returns the code for a draft: what it lacks is no problem, and no problem with a value is an error. */
function toDraftCode(code: string): string | undefined {
  if (code.endsWith('-missing')) return undefined;
  return draftCodes.get(code) ?? code;
}

const draftCodes = new Map([
  ['title-unreadable', 'wrong-shape'],
  ['date-unreadable', 'date-ignored'],
  ['unknown-timezone', 'timezone-ignored'],
]);

/** Parses the front matter of a file, which is completely YAML if its name says so. */
export function parseFile(
  { keys }: Pick<Section, 'keys'>,
  { path }: Pick<PageFile, 'path'>,
  text: string,
): FrontMatter | { failure: ParseFailure } {
  const parse = /\.ya?ml$/i.test(path) ? readSettings : readFrontMatter;
  return parse(text, keys);
}
