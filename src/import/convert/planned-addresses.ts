import { readFrontMatter } from '../../content/parse/front-matter.ts';
import { createAddresses, toSlug } from '../../model/page/addresses.ts';
import type { Copy } from '../plan/plan.ts';
import { readText } from './converted-page.ts';

const addresses = createAddresses('/');

/** The addresses that the pages of a plan will have, before anything is written. */
export interface PlannedAddresses {
  /** Returns the address of the page of an old file. */
  findPage(from: string): string | undefined;
  /** Returns the address of the list of a section, if it has pages: `talks`. */
  findSection(name: string): string | undefined;
}

/** @param read Returns the text of an old file. */
export function planAddresses(
  copies: readonly Copy[],
  read: (path: string) => string,
): PlannedAddresses {
  const pages = new Map<string, string>();
  const sections = new Set<string>();
  for (const { from, to, text } of copies) {
    if (/^content\/[^/]+\.bib$/.test(to)) sections.add('publications');
    const [, folder = '', path] =
      /^content\/([^/]+)\/(.+)\.(?:md|html?|mdx|markdown)$/.exec(to) ?? [];
    if (path === undefined) continue;
    const section = folder === 'authors' ? 'people' : folder;
    const name =
      path
        .replace(/\/_?index$/, '')
        .split('/')
        .at(-1) ?? '';
    const parsed = readFrontMatter(text ?? read(from), []);
    const slug = 'failure' in parsed ? undefined : readText(parsed.data['slug']);
    sections.add(section);
    pages.set(from, addresses.page(section, toSlug(slug ?? name)));
  }
  return {
    findPage: (from) => pages.get(from),
    findSection: (name) => (sections.has(name) ? addresses.section(name) : undefined),
  };
}
