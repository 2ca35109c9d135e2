import { toTagSlug, type Addresses } from './url.ts';

export interface Tag {
  name: string;
  slug: string;
  href: string;
}

/** Tags as written, each once; two spellings with one address are one tag. */
export function toTags(names: readonly string[], addresses: Addresses): Tag[] {
  const tags = new Map<string, Tag>();
  for (const name of names) {
    const slug = toTagSlug(name);
    if (!tags.has(slug)) tags.set(slug, { name, slug, href: addresses.tag(slug) });
  }
  return [...tags.values()];
}
