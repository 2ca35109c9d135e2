import { join } from 'node:path';
import type { z } from 'zod';
import type { CheckContext } from '../../model/page/page.ts';
import type { FindFile } from '../../model/page/page-links.ts';
import type { RawText } from '../../model/page/page-texts.ts';
import type { FoundPicture } from '../assets/find-image.ts';
import type { PageFile, PageFrontMatter } from '../assets/page-files.ts';
import type { Problem } from '../parse/problem.ts';
import type { ParsedPage } from './parsed-page.ts';
import type { WrittenPdf } from '../assets/page-pdfs.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';

/** How a folder of `content/` is read: all that differs from one section to the next. */
export interface Section<F extends PageFrontMatter = PageFrontMatter> {
  /** The collection and the first part of addresses, and the folder if that is no other: `talks`. */
  name: string;
  folder?: string;
  /** One of them, in messages and as the topic of their codes: `talk`. */
  noun: string;
  schema: z.ZodType<F>;
  /** Every key of its files, in its own spelling: those of the schema, and those passed over. */
  keys: readonly string[];
  /** Last parts of addresses that belong to pages of the site's own. */
  reserved: readonly string[];
  /** A folder's `_index.md` is its page, as Hugo keeps authors and courses. */
  branches?: boolean;
  /** A YAML file is a page, too, as newer themes keep authors. */
  profiles?: boolean;
  /** Returns whether a file in the folder is a page of the section, by its front matter. */
  accepts(data: Record<string, unknown>): boolean;
  /** The texts of the front matter that are Markdown. */
  texts(page: F): RawText[];
  /** All that it links to. */
  links(page: F): { path: KeyPath; url: string }[];
  pdfs(page: F): WrittenPdf[];
  /** Code in its texts is coloured where its language is named. */
  highlights?: boolean;
  /** Their texts are slides. */
  slides?: boolean;
  /** What is written correctly and cannot be meant so. */
  check(page: F, findFile: FindFile, context?: CheckContext): Finding[];
  /** What no other section has, to be kept beside a page. JSON. */
  extra?(page: F, file: PageFile, slug: string): unknown;
  /** The picture of a page that is called otherwise than in other sections. */
  picture?(page: F, file: PageFile, folder: SiteFolder): FoundPicture | undefined;
  /** Pages that are not files of the folder, and all that is to be said of them. */
  others?(folder: SiteFolder): { pages: ParsedPage<F>[]; problems: Problem[] };
  /** Of pages from both, those that are one and the same are left out. */
  merge?(pages: ParsedPage<F>[]): ParsedPage<F>[];
  /** What is to be said of its pages that one alone does not tell. */
  checkTogether?(pages: ParsedPage<F>[], folder: SiteFolder, context?: CheckContext): Problem[];
}

/** Where the files of a section lie. */
export function folderOf(
  { name, folder = name }: Pick<Section, 'name' | 'folder'>,
  { content }: SiteFolder,
): string {
  return join(content, folder);
}
