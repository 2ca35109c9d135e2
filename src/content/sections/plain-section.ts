import { checkDeckName, checkLinks } from '../../model/page/page-links.ts';
import { findIcon } from '../../model/page/icons.ts';
import { checkLeftOvers } from '../../model/page/placeholders.ts';
import { writtenLinks, type LinkedPage, type WrittenLink } from '../../model/page/raw-links.ts';
import { pageTexts } from '../../model/page/page-texts.ts';
import { isEmpty } from '../../schema/field.ts';
import { ignoredPageKeys, isContentPage } from '../../schema/page-keys.ts';
import { pdfsAmong } from '../pdf/pdf-links.ts';
import type { PageFrontMatter, Section } from './section.ts';

type PlainPage = PageFrontMatter & LinkedPage & Parameters<typeof pageTexts>[0];

/** What a section cannot do without. Its schema spreads `pageBasics` and `pageLinks`. */
type Named<F extends PlainPage> = Pick<Section<F>, 'name' | 'noun' | 'schema'> & {
  /** What its pages link to, if that is more than other pages do. */
  linksOf?: (page: F) => WrittenLink[];
};

/**
 * A section whose pages are read, linked, pictured and checked as any others. What it does otherwise
 * is written over what this gives.
 */
export function plainSection<F extends PlainPage>({
  name,
  noun,
  schema,
  linksOf = writtenLinks,
}: Named<F>): Section<F> {
  return {
    ...{ name, noun, schema },
    keys: [...keysOf(schema), ...ignoredPageKeys, ...ofOtherThemes],
    reserved: [],
    accepts: (data) => isContentPage(data, !isEmpty(data['date'])),
    texts: pageTexts,
    links: linksOf,
    pdfs: (page) => pdfsAmong(linksOf(page)),
    check: (page, findFile, context) => [
      ...checkLinks(linksOf(page), findFile),
      ...checkDeckName(page, context?.decks),
      ...checkLeftOvers(page, (icon, pack) => findIcon(icon, pack) !== undefined),
    ],
  };
}

/** Keys that pages of other themes have, talks apart, and that mean nothing here. */
const ofOtherThemes = [
  ...['author_notes', 'author_profile', 'banner', 'breadcrumbs', 'classes', 'entries_layout'],
  ...['hugoblox', 'nobanner', 'read_time', 'related'],
];

function keysOf(schema: Section['schema']): string[] {
  return 'shape' in schema ? Object.keys(schema.shape as object) : [];
}
