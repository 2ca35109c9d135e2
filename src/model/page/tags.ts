import { toTagSlug, type Addresses } from './addresses.ts';

export interface Tag {
  name: string;
  slug: string;
  href: string;
}

/** Returns the tags of a page, under all keys for them, each once. */
export function toRawTags(page: {
  tags?: string[] | undefined;
  tag?: string[] | undefined;
  series?: string[] | undefined;
  categories?: string[] | undefined;
  category?: string[] | undefined;
  keywords?: string[] | undefined;
}): string[] {
  const { tags, tag, series, categories, category, keywords } = page;
  const names = new Map<string, string>();
  for (const name of [tags, tag, series, categories, category, keywords].flatMap(
    (list) => list ?? [],
  )) {
    const slug = toTagSlug(name);
    if (!names.has(slug)) names.set(slug, name);
  }
  return [...names.values()];
}

/** Returns tags, each once. Two spellings with the same address are one tag, in its first spelling. */
export function toTags(names: readonly string[], addresses: Addresses): Tag[] {
  const tags = new Map<string, Tag>();
  for (const name of names) {
    const slug = toTagSlug(name);
    if (!tags.has(slug)) tags.set(slug, { name, slug, href: addresses.tag(slug) });
  }
  return [...tags.values()];
}
