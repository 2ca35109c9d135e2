import type { PageSite } from '../../../src/model/page/page.ts';
import {
  toPublication,
  type Publication,
  type PublicationSource,
} from '../../../src/model/publication/publication.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { toPublicationTexts } from '../../../src/model/publication/raw-publication.ts';
import { publicationSchema } from '../../../src/schema/publication.ts';

const site: PageSite = {
  owner: 'Ada Example',
  timezone: 'Europe/Vienna',
  z: 'utc',
  addresses: createAddresses('/'),
};

/** Creates a publication from front matter, with texts that are not rendered. */
export function makePublication(
  keys: Record<string, unknown> = {},
  slug = 'paper',
  overrides: Partial<PublicationSource> = {},
  siteOverrides: Partial<PageSite> = {},
): Publication {
  const frontMatter = publicationSchema.parse({ title: 'T', ...keys });
  const texts = Object.fromEntries(
    toPublicationTexts(frontMatter).map(({ name, value }) => [name, { html: value, text: value }]),
  );
  const source = { slug, frontMatter, texts, hasBody: false, hasMath: false, hasPlayer: false };
  return toPublication(
    { ...source, findFile: () => undefined, ...overrides },
    { ...site, ...siteOverrides },
  );
}
