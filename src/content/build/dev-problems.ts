import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { toSlug } from '../../model/page/addresses.ts';
import {
  type ListedProblem,
  type ProblemList,
  problemsEvent,
  type ProblemsRequest,
  toProblemList,
} from '../../model/site/problem-list.ts';
import type { Problem } from '../parse/problem.ts';
import { sections } from '../sections/sections.ts';
import { subscribeToProblems, type TextProgress } from '../validate/channels.ts';
import {
  formatTextProgress,
  replaceControlCharacters,
  sortProblems,
} from '../validate/format-report.ts';

/**
 * Shows the errors and warnings of the content on every page of `npm start`: `src/client/problem-strip.ts` asks for them
 * when a page is opened, and receives them again when they change.
 * @param root The author's folder.
 */
export function devProblems(root: string): AstroIntegration {
  let problems: ListedProblem[] = [];
  let texts: TextProgress = { checked: 0, total: 0 };
  let publish: () => void = () => undefined;
  subscribeToProblems((list, progress) => {
    texts = progress;
    const shown = list.filter(({ severity }) => severity !== 'note');
    problems = sortProblems(shown).map((problem) => toListedProblem(problem, root));
    publish();
  });
  const listFor = (path: string): ProblemList => ({
    ...toProblemList(problems, path),
    ...(texts.checked < texts.total && { progress: formatTextProgress(texts) }),
  });
  return {
    name: 'lectern-dev-problems',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'dev') injectScript('page', "import '/src/client/problem-strip.ts';");
      },
      'astro:server:setup': ({ server: { ws } }) => {
        const pages = new Map<{ send(event: string, list: ProblemList): void }, string>();
        publish = () => {
          for (const [client, path] of pages) {
            if (!ws.clients.has(client as never)) pages.delete(client);
            else client.send(problemsEvent, listFor(path));
          }
        };
        ws.on(problemsEvent, ({ path }: ProblemsRequest, client) => {
          pages.set(client, path);
          client.send(problemsEvent, listFor(path));
        });
      },
    },
  };
}

/** Formats a problem for a page. */
export function toListedProblem(problem: Problem, root: string): ListedProblem {
  const { file, line, column, severity, message, remedy, code } = problem;
  const page = toPagePath(file);
  return {
    place: replaceControlCharacters(`${file}:${line}:${column}`),
    location: `${join(root, file)}:${line}:${column}`,
    isError: severity === 'error',
    text: replaceControlCharacters(`${message}. ${remedy}`),
    code,
    ...(page !== undefined && { page }),
  };
}

/** Returns the path of the page that a file makes, unless its front matter has a `slug`. */
function toPagePath(file: string): string | undefined {
  const [, folder, path = ''] = /^content\/([^/]+)\/(.+)\.\w+$/.exec(file) ?? [];
  const stem = path.replace(/\/_?index$/, '').replace(/^.*\//, '');
  const section = sections.find((one) => (one.folder ?? one.name) === folder);
  return section && `/${section.name}/${encodeURIComponent(toSlug(stem))}/`;
}
