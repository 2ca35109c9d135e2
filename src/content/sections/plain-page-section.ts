import {
  isPlainPage,
  plainPageSchema,
  type PlainPageFrontMatter,
} from '../../schema/plain-page.ts';
import { plainSection } from './plain-section.ts';
import type { Section } from './section.ts';

/** `content/pages/`. */
export const plainPageSection: Section<PlainPageFrontMatter> = {
  ...plainSection({ name: 'pages', noun: 'page', schema: plainPageSchema }),
  accepts: isPlainPage,
  highlights: true,
};
