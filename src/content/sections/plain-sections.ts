import { courseLinks, courseTexts } from '../../model/course/course.ts';
import { findIcon } from '../../model/page/icons.ts';
import { checkDeckName, checkLinks } from '../../model/page/page-links.ts';
import { pageTexts } from '../../model/page/page-texts.ts';
import { checkPlaceholders } from '../../model/page/placeholders.ts';
import { type LinkedPage, type RawLink, rawLinks } from '../../model/page/raw-links.ts';
import { checkPost, postTexts } from '../../model/post/post.ts';
import { type CourseFrontMatter, courseSchema } from '../../schema/course.ts';
import { isEmpty } from '../../schema/field.ts';
import { ignoredPageKeys, isContentPage } from '../../schema/page-keys.ts';
import {
  isPlainPage,
  type PlainPageFrontMatter,
  plainPageSchema,
} from '../../schema/plain-page.ts';
import { type PostFrontMatter, postSchema } from '../../schema/post.ts';
import { type ProjectFrontMatter, projectSchema } from '../../schema/project.ts';
import { pdfsAmong } from '../assets/page-pdfs.ts';
import type { PageFrontMatter } from '../assets/page-files.ts';
import type { Section } from './section.ts';

type PlainPage = PageFrontMatter & LinkedPage & Parameters<typeof pageTexts>[0];

/** What a section cannot do without. Its schema spreads `pageBasics` and `pageLinks`. */
type Named<F extends PlainPage> = Pick<Section<F>, 'name' | 'noun' | 'schema'> & {
  /** What its pages link to, if that is more than other pages do. */
  linksOf?: (page: F) => RawLink[];
};

/**
 * A section whose pages are read, linked, pictured and checked as any others. What it does otherwise
 * is written over what this gives.
 */
export function plainSection<F extends PlainPage>({
  name,
  noun,
  schema,
  linksOf = rawLinks,
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
      ...checkPlaceholders(page, (icon, pack) => findIcon(icon, pack) !== undefined),
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

/** `content/teaching/`. */
export const courseSection: Section<CourseFrontMatter> = {
  ...plainSection({
    name: 'teaching',
    noun: 'course',
    schema: courseSchema,
    linksOf: courseLinks,
  }),
  branches: true,
  texts: courseTexts,
  highlights: true,
};

/** `content/pages/`. */
export const plainPageSection: Section<PlainPageFrontMatter> = {
  ...plainSection({ name: 'pages', noun: 'page', schema: plainPageSchema }),
  accepts: isPlainPage,
  highlights: true,
};

const plain = plainSection({ name: 'posts', noun: 'post', schema: postSchema });

/** `content/posts/`. */
export const postSection: Section<PostFrontMatter> = {
  ...plain,
  texts: postTexts,
  check: (post, findFile, context) => [
    ...plain.check(post, findFile, context),
    ...checkPost(post, context),
  ],
  highlights: true,
  // The pages of the list after its first.
  reserved: Array.from({ length: 99 }, (_, i) => String(i + 2)),
};

/** `content/projects/`. */
export const projectSection: Section<ProjectFrontMatter> = {
  ...plainSection({ name: 'projects', noun: 'project', schema: projectSchema }),
  highlights: true,
};
