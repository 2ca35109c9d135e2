import { type Problem, toProblem } from '../parse/problem.ts';
import { isLinkFault, type LinkFault } from './symbolic-links.ts';

/** Why a file in the folder of a section is skipped. */
export type SkipReason =
  'list' | 'source' | 'other-text' | 'language' | 'widget' | 'chapter' | LinkReason;

/** A symbolic link that is not followed, or one to a single text outside the site, which is published. */
type LinkReason = LinkFault | 'text-outside';

/** A file that is skipped, by its name in messages. */
export interface SkippedFile {
  name: string;
  reason: SkipReason;
}

/** The name of a section, `talks`, and of one of its pages, `talk`. */
interface SectionNames {
  name: string;
  noun: string;
}

const explanations: Record<
  SkipReason,
  (section: SectionNames) => { message: string; remedy: string }
> = {
  list: ({ name }) => ({
    message: `a list page for ${name} is not published`,
    remedy: 'Lectern generates its own list pages.',
  }),
  widget: ({ noun }) => ({
    message: `a file that is not a ${noun} is not published`,
    remedy: `If it is a ${noun}, add a title and a date, and delete keys such as widget and headless.`,
  }),
  source: () => ({
    message: 'a source document, such as R Markdown, is not published',
    remedy: 'Render it to a .md or .mdx file.',
  }),
  'other-text': ({ noun }) => ({
    message: `this file is not published, because the Markdown file beside it is the same ${noun}`,
    remedy: 'Rename it if it is a page of its own.',
  }),
  chapter: ({ noun }) => ({
    message: `a subpage of a ${noun} is not published`,
    remedy: `Move its text to the file of the ${noun}, or link to it as a PDF.`,
  }),
  language: ({ noun }) => ({
    message: `a ${noun} in another language is not published`,
    remedy: 'Lectern publishes one language, set by language: in site.yaml.',
  }),
  'broken-link': () => ({
    message: 'this symbolic link points to nothing, so it is skipped',
    remedy: 'Replace it with the file or folder itself, or delete it.',
  }),
  'link-loop': () => ({
    message:
      'this symbolic link points to itself or to a folder that contains it, so it is skipped',
    remedy: 'Delete it.',
  }),
  'link-outside': () => ({
    message: 'this symbolic link points to a folder outside the site, so it is skipped',
    remedy: 'Copy the folder to this place, or write follow_links: true in site.yaml.',
  }),
  'file-outside': () => ({
    message: 'this symbolic link points to a file outside the site, so it is skipped',
    remedy: 'Copy the file to this place, or write follow_links: true in site.yaml.',
  }),
  'text-outside': () => ({
    message: 'this symbolic link points to a file outside the site, which is published',
    remedy: 'Whoever builds the site needs the file, too.',
  }),
};

/** Returns the problem with a skipped file: a note, or a warning for a symbolic link. */
export function toSkipProblem({ name, reason }: SkippedFile, section: SectionNames): Problem {
  const problem = { file: name, line: 1, column: 1, ...explanations[reason](section) };
  // The author expects the target of a link on the site, so these are warnings.
  if (isLinkFault(reason)) return toProblem({ ...problem, code: 'file/symbolic-link' });
  if (reason === 'text-outside') return toProblem({ ...problem, code: 'file/linked-text' });
  return toProblem({ ...problem, code: `${section.noun}/skipped` });
}
