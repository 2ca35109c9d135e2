import type { WrittenCv } from '../../schema/cv.ts';
import type { CvEntry } from './cv-entry.ts';
import { writtenSections, type CvSite, type CvTexts } from './cv-sections.ts';
import type { RichText } from '../rich-text.ts';

/** A CV as its page shows it. */
export interface Cv {
  summary?: RichText;
  /** In their order; none is empty. */
  sections: CvSection[];
}

export interface CvSection {
  /** Names the section in its page: `education`. */
  id: string;
  title: string;
  entries: CvEntry[];
}

const titles = [
  ['work', 'Positions'],
  ['education', 'Education'],
  ['awards', 'Awards'],
  ['publications', 'Publications'],
  ['talks', 'Talks'],
  ['projects', 'Projects'],
  ['volunteer', 'Service'],
  ['certificates', 'Certificates'],
  ['languages', 'Languages'],
  ['skills', 'Skills'],
  ['interests', 'Interests'],
  ['references', 'References'],
] as const;

/**
 * Returns the CV that a file describes.
 * @param talks Its entries of talks: see `toTalkEntries`.
 */
export function toCv(written: WrittenCv, texts: CvTexts, talks: CvEntry[], site: CvSite): Cv {
  const entries = { ...writtenSections(written, texts, site), talks };
  const summary = texts['basics.summary'];
  return {
    ...(summary && { summary }),
    sections: titles
      .map(([id, title]) => ({ id, title, entries: entries[id] }))
      .filter((section) => section.entries.length > 0),
  };
}
