import { type Problem, toProblem } from '../parse/problem.ts';
import type { LinkFault } from './symbolic-links.ts';

/** Why a file in the folder of a section is skipped. */
export type SkipReason = 'list' | 'source' | 'language' | 'widget' | 'chapter' | LinkFault;

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
    remedy: 'Copy the folder to this place.',
  }),
};

/** These are warnings: the author expects the target of the link on the site. */
const linkReasons: readonly SkipReason[] = ['broken-link', 'link-loop', 'link-outside'];

/** Returns the problem with a skipped file: a note, or a warning for a symbolic link. */
export function toSkipProblem({ name, reason }: SkippedFile, section: SectionNames): Problem {
  const problem = { file: name, line: 1, column: 1, ...explanations[reason](section) };
  return linkReasons.includes(reason)
    ? toProblem({ ...problem, code: 'file/symbolic-link' })
    : toProblem({ ...problem, code: `${section.noun}/skipped` });
}
