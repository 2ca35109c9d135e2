/** The event that carries the problems of a site from a dev server to open pages, and by which a page asks for them. */
export const problemsEvent = 'lectern:problems';

/** What a page sends to ask for the problems. */
export interface ProblemsRequest {
  /** The path of its address. */
  path: string;
}

/** A problem as a page of a dev server shows it. */
export interface ListedProblem {
  /** `content/talks/lyon.md:3:7`. */
  place: string;
  /** The same with the absolute path of the file, which editors open. */
  location: string;
  isError: boolean;
  text: string;
  code: string;
  /** The beginning of the address of the page that the file makes, without the base path; undefined for other files. */
  page?: string;
}

/** The problems of a site that a page of a dev server shows. */
export interface ProblemList {
  /** At most `MAX_LISTED`, those of the page first. */
  problems: ListedProblem[];
  /** The number of all problems. */
  total: number;
  /** Whether the file of the page has an error. */
  isPageBroken: boolean;
  /** How many texts are checked, if some are not. */
  progress?: string;
}

/** More problems than an author fixes before the next look at the page. The terminal shows all. */
export const MAX_LISTED = 50;

/** Orders problems for the page at a path: those of its own file first, then errors. */
export function toProblemList(problems: readonly ListedProblem[], path: string): ProblemList {
  const isOwn = ({ page }: ListedProblem) => page !== undefined && path.endsWith(page);
  const rank = (problem: ListedProblem) => (isOwn(problem) ? 0 : 2) + (problem.isError ? 0 : 1);
  return {
    problems: problems.toSorted((a, b) => rank(a) - rank(b)).slice(0, MAX_LISTED),
    total: problems.length,
    isPageBroken: problems.some((problem) => problem.isError && isOwn(problem)),
  };
}
