import { publicationLinks } from '../model/publication.ts';
import { checkLinks } from '../model/talk-links.ts';
import { publicationTexts } from '../model/written-texts.ts';
import {
  ignoredPublicationKeys,
  isNotAPublication,
  publicationSchema,
  type PublicationFrontMatter,
} from '../schema/publication.ts';
import type { Section } from './section.ts';

/** `content/publications/`. */
export const publicationSection: Section<PublicationFrontMatter> = {
  name: 'publications',
  noun: 'publication',
  schema: publicationSchema,
  ignoredKeys: ignoredPublicationKeys,
  reserved: [],
  isForeign: isNotAPublication,
  texts: publicationTexts,
  links: publicationLinks,
  decks: (page) =>
    publicationLinks(page).flatMap(({ path, url, kind }) => {
      const shown = kind === 'slides' || kind === 'poster';
      return shown || kind === 'pdf' ? [{ path, url, shown }] : [];
    }),
  check: (page, findFile) => checkLinks(publicationLinks(page), findFile),
  fileAddress: (addresses, slug, file) => addresses.publicationFile(slug, file),
};
