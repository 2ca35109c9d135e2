import { join, sep } from 'node:path';
import type { SiteFolder } from '../assets/site-folder.ts';
import { courseSection, plainPageSection, postSection, projectSection } from './plain-sections.ts';
import { deckSection } from './deck-section.ts';
import { publicationSection } from './publication-section.ts';
import { personSection } from './person-section.ts';
import type { Section } from './section.ts';
import { talkSection } from './talk-section.ts';

/**
 * The sections of the site. Reading, checks, reports, the reference and the completion in editors use this list; its
 * order is that of reports and of the reference.
 */
export const sections: readonly Section[] = [
  talkSection,
  publicationSection,
  projectSection,
  postSection,
  courseSection,
  personSection,
  plainPageSection,
  deckSection,
];

/** Returns a function that returns whether the code in a file of a site is highlighted. */
export function createHighlightFilter({ content }: SiteFolder): (file: string) => boolean {
  const folders = sections
    .filter(({ highlights }) => highlights)
    .map(({ name }) => join(content, name) + sep);
  return (file) => folders.some((folder) => file.startsWith(folder));
}
