import type { z } from 'zod';
import type { CheckContext } from '../model/check-talk.ts';
import type { FindFile } from '../model/talk-links.ts';
import type { Addresses } from '../model/url.ts';
import type { WrittenText } from '../model/written-text.ts';
import type { Finding, KeyPath } from '../schema/finding.ts';

/** The keys that mean the same in every section. */
export interface PageFrontMatter {
  slug?: string | undefined;
  math?: boolean | undefined;
  url_pdf?: string | undefined;
  urls?: Record<string, string> | undefined;
  image?: { filename?: string | undefined } | undefined;
  header?: { image?: string | undefined } | undefined;
}

/** A PDF that a page links to. */
export interface WrittenDeck {
  path: KeyPath;
  url: string;
  /** Whether its first page is to be drawn. */
  shown: boolean;
}

/** How a folder of `content/` is read: all that differs from one section to the next. */
export interface Section<F extends PageFrontMatter = PageFrontMatter> {
  /** The folder, the collection and the first part of addresses: `talks`. */
  name: string;
  /** One of them, in messages and as the topic of their codes: `talk`. */
  noun: string;
  schema: z.ZodType<F>;
  /** Keys of other themes that have no meaning here. */
  ignoredKeys: readonly string[];
  /** Last parts of addresses that belong to pages of the site's own. */
  reserved: readonly string[];
  /** True for what lies in the folder and is a page of another kind. */
  isForeign(data: Record<string, unknown>): boolean;
  /** The texts of the front matter that are Markdown. */
  texts(page: F): WrittenText[];
  /** All that it links to. */
  links(page: F): { path: KeyPath; url: string }[];
  decks(page: F): WrittenDeck[];
  /** What is written correctly and cannot be meant so. */
  check(page: F, findFile: FindFile, context?: CheckContext): Finding[];
  /** Where a file of its bundle is published. */
  fileAddress(addresses: Addresses, slug: string, file: string): string;
}

/** A finding of code that all sections share, as one of this section: `talk/x` is `post/x`. */
export function inSection(finding: Finding, { noun }: Pick<Section, 'noun'>): Finding {
  return { ...finding, code: finding.code.replace(/^talk\//, `${noun}/`) };
}
