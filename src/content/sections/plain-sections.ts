import { toRawCourseLinks, toCourseTexts } from '../../model/course/course.ts';
import { checkYears } from '../../model/page/check-dates.ts';
import { findIcon } from '../../model/page/icons.ts';
import { checkDeckName, checkLinks } from '../../model/page/page-links.ts';
import { toPageTexts } from '../../model/page/page-texts.ts';
import { noteUnshownKeys } from '../../model/page/unshown-keys.ts';
import { checkPlaceholders } from '../../model/page/placeholders.ts';
import { type LinkedPage, type RawLink, toRawLinks } from '../../model/page/raw-links.ts';
import { checkPost, toPostTexts } from '../../model/post/post.ts';
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
import { selectPdfLinks } from '../assets/page-pdfs.ts';
import type { PageFrontMatter } from '../assets/page-files.ts';
import type { Section } from './section.ts';

type PlainPage = PageFrontMatter & LinkedPage & Parameters<typeof toPageTexts>[0];

/** The required properties of a section. Its schema includes `pageBasics` and `pageLinks`. */
type SectionBasics<F extends PlainPage> = Pick<Section<F>, 'name' | 'noun' | 'schema'> & {
  /** Returns the links of a page, if it has other links than most pages. */
  toLinks?: (page: F) => RawLink[];
};

/**
 * Returns a section whose pages have the links, images and checks that are the same in most sections. Spread it and
 * override what is special about the section.
 */
export function createPlainSection<F extends PlainPage>({
  name,
  noun,
  schema,
  toLinks = toRawLinks,
}: SectionBasics<F>): Section<F> {
  return {
    ...{ name, noun, schema },
    keys: [...readSchemaKeys(schema), ...ignoredPageKeys, ...otherThemeKeys],
    reserved: [],
    accepts: (data) => isContentPage(data, !isEmpty(data['date'])),
    texts: toPageTexts,
    links: toLinks,
    pdfs: (page) => selectPdfLinks(toLinks(page)),
    check: (page, findFile, context) => [
      ...checkLinks(toLinks(page), findFile),
      ...checkDeckName(page, context?.decks),
      ...checkPlaceholders(page, (icon, pack) => findIcon(icon, pack) !== undefined),
      ...checkYears(page, context?.now),
      ...noteUnshownKeys(page),
    ],
  };
}

/** Keys of pages of other themes, except talks, that are ignored. */
const otherThemeKeys = [...['banner', 'hugoblox', 'nobanner', 'read_time', 'type']];

function readSchemaKeys(schema: Section['schema']): string[] {
  return 'shape' in schema ? Object.keys(schema.shape as object) : [];
}

/** `content/teaching/`. */
export const courseSection: Section<CourseFrontMatter> = {
  ...createPlainSection({
    name: 'teaching',
    noun: 'course',
    schema: courseSchema,
    toLinks: toRawCourseLinks,
  }),
  allowsIndexFile: true,
  allowsChapters: true,
  derivesTitle: true,
  texts: toCourseTexts,
  highlights: true,
};

/** `content/pages/`. */
export const plainPageSection: Section<PlainPageFrontMatter> = {
  ...createPlainSection({ name: 'pages', noun: 'page', schema: plainPageSchema }),
  accepts: isPlainPage,
  highlights: true,
};

const postBasics = createPlainSection({ name: 'posts', noun: 'post', schema: postSchema });

/** `content/posts/`. */
export const postSection: Section<PostFrontMatter> = {
  ...postBasics,
  texts: toPostTexts,
  check: (post, findFile, context) => [
    ...postBasics.check(post, findFile, context),
    ...checkPost(post, context),
  ],
  highlights: true,
  // The second and further pages of the list.
  reserved: Array.from({ length: 99 }, (_, i) => String(i + 2)),
};

/** `content/projects/`. */
export const projectSection: Section<ProjectFrontMatter> = {
  ...createPlainSection({ name: 'projects', noun: 'project', schema: projectSchema }),
  highlights: true,
};
