import { join } from 'node:path';
import type { z } from 'zod';
import type { Addresses } from '../../model/page/addresses.ts';
import type { CheckContext } from '../../model/page/page.ts';
import type { FindFile } from '../../model/page/page-links.ts';
import type { RawText } from '../../model/page/page-texts.ts';
import type { FoundImage } from '../assets/find-image.ts';
import type { PageFile, PageFileRules, PageFrontMatter } from '../assets/page-files.ts';
import type { Problem } from '../parse/problem.ts';
import type { ParsedPage } from './parsed-page.ts';
import type { PdfLink } from '../assets/page-pdfs.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';

/** A folder of `content/`, and everything that is special about its pages. */
export interface Section<F extends PageFrontMatter = PageFrontMatter> extends PageFileRules {
  /** The name of the collection, and the first part of addresses: `talks`. */
  name: string;
  /** The name of the folder, if it differs from `name`. */
  folder?: string;
  /** The name of one page, in messages and in codes: `talk`. */
  noun: string;
  schema: z.ZodType<F>;
  /** Every known key in its canonical spelling: those of the schema, and those that are ignored. */
  keys: readonly string[];
  /** Slugs that are reserved for generated pages. */
  reserved: readonly string[];
  /** Whether the title of a page with a text is by default its first heading, else the name of its file. */
  derivesTitle?: boolean;
  /** Returns whether a file in the folder is a page of the section, by its front matter. */
  accepts(data: Record<string, unknown>): boolean;
  /** Chooses the code of a finding, which decides whether it is an error. Default: its own code. */
  toCode?(
    finding: Pick<Finding, 'path' | 'code'>,
    data: Record<string, unknown>,
    hasProblem: (key: string) => boolean,
  ): string;
  /** Returns the Markdown texts of the front matter. */
  texts(page: F): RawText[];
  /** Returns the links of the front matter. */
  links(page: F): { path: KeyPath; url: string }[];
  /** Returns the links to PDFs. */
  pdfs(page: F): PdfLink[];
  /** Whether code with a language is highlighted. */
  highlights?: boolean;
  /** Whether the texts are slides. */
  slides?: boolean;
  /** Returns findings on values that are valid and probably wrong. */
  check(page: F, findFile: FindFile, context?: CheckContext): Finding[];
  /** Returns data of a page that only this section has, as JSON. */
  toSectionData?(page: F, file: PageFile, slug: string): unknown;
  /** Finds the image of a page under names that only this section uses. */
  findImage?(page: F, file: PageFile, folder: SiteFolder): FoundImage | undefined;
  /** Reads pages that are not files of the folder, with their problems. */
  readExtraPages?(
    folder: SiteFolder,
    addresses: Addresses,
    context?: { verbose?: boolean },
  ): { pages: ParsedPage<F>[]; problems: Problem[] };
  /** Merges pages that are the same. */
  dedupe?(pages: ParsedPage<F>[]): ParsedPage<F>[];
  /** Checks the pages of the section together. */
  checkAcrossPages?(pages: ParsedPage<F>[], folder: SiteFolder, context?: CheckContext): Problem[];
}

/** Returns the path of the folder of a section. */
export function getSectionFolder(
  { name, folder = name }: Pick<Section, 'name' | 'folder'>,
  { content }: SiteFolder,
): string {
  return join(content, folder);
}
