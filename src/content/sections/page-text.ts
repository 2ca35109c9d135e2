import type { z } from 'zod';
import { checkSchema } from '../parse/check-schema.ts';
import { addFileNameDate } from '../parse/file-names.ts';
import { type FrontMatter, readFrontMatter, readSettings } from '../parse/front-matter.ts';
import type { ParseFailure } from '../parse/position.ts';
import type { Finding } from '../../schema/finding.ts';
import type { PageFile, PageFrontMatter } from '../assets/page-files.ts';
import type { Section } from './section.ts';

/** The text of a page's file, parsed and checked by the schema of its section. */
export interface PageText<F extends PageFrontMatter = PageFrontMatter> {
  parsed: FrontMatter;
  /** The keys, with the date in the name of the file. */
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
  const data = section.allowsYamlFile ? parsed.data : addFileNameDate(parsed.data, file.stem);
  if (!section.accepts(data)) return { parsed, data, isPage: false, findings: [] };
  const { value, findings } = checkSchema(section.schema as z.ZodType<never>, data, section.keys);
  return { parsed, data, isPage: true, value, findings };
};

/** Parses the front matter of a file, which is completely YAML if its name says so. */
export function parseFile(
  { keys }: Pick<Section, 'keys'>,
  { path }: Pick<PageFile, 'path'>,
  text: string,
): FrontMatter | { failure: ParseFailure } {
  const parse = /\.ya?ml$/i.test(path) ? readSettings : readFrontMatter;
  return parse(text, keys);
}
