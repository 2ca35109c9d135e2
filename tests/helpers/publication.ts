import type { PageSite } from '../../src/model/page/page.ts';
import {
  toPublication,
  type Publication,
  type PublicationSource,
} from '../../src/model/publication/publication.ts';
import { createAddresses } from '../../src/model/page/addresses.ts';
import { publicationTexts } from '../../src/model/publication/raw-publication.ts';
import { publicationSchema } from '../../src/schema/publication.ts';

const site: PageSite = {
  owner: 'Ada Example',
  timezone: 'Europe/Vienna',
  z: 'utc',
  addresses: createAddresses('/'),
};

/** A publication from front matter as an author writes it, its texts as they stand there. */
export function makePublication(
  keys: Record<string, unknown> = {},
  slug = 'paper',
  more: Partial<PublicationSource> = {},
  on: Partial<PageSite> = {},
): Publication {
  const frontMatter = publicationSchema.parse({ title: 'T', ...keys });
  const texts = Object.fromEntries(
    publicationTexts(frontMatter).map(({ name, value }) => [name, { html: value, text: value }]),
  );
  const source = { slug, frontMatter, texts, hasBody: false, hasMath: false, hasPlayer: false };
  return toPublication({ ...source, findFile: () => undefined, ...more }, { ...site, ...on });
}
