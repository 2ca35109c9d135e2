import { readFileSync } from 'node:fs';
import { toRelativePath } from '../content/assets/file-stats.ts';
import { resolveSiteFolder } from '../content/assets/site-folder.ts';
import { readFrontMatter } from '../content/parse/front-matter.ts';
import { toTextProblems } from '../content/parse/problem.ts';
import { toFileFinding } from '../content/site/read-text-file.ts';
import { formatReport } from '../content/validate/format-report.ts';
import { explainMdxException } from '../markdown/source/mdx-exceptions.ts';

/** An error whose message has the file and line, so that the build prints no stack. */
class MdxError extends Error {
  override name = 'ContentError';
}

type Component = (...args: never[]) => { content?: { expressions?: unknown[] } };

/**
 * Returns the component of a text in MDX, whose exceptions are reported with the file and line of the expression that
 * probably throws.
 * @param path The file of the text, absolute.
 */
export function locateMdxErrors<C extends object>(Content: C, path: string): C {
  const create = Content as unknown as Component;
  const locating = (...args: never[]): unknown => {
    const result = create(...args);
    const { content } = result;
    // Astro has started to render them.
    if (content?.expressions) content.expressions = content.expressions.map(locateRejection);
    return result;
  };
  const locateRejection = (expression: unknown): unknown => {
    if (!(expression instanceof Promise)) return expression;
    return expression.catch((error: unknown) => {
      throw error instanceof Error ? toMdxError(error, path) : error;
    });
  };
  // Astro recognizes a component by its properties.
  return Object.assign(locating, Content) as unknown as C;
}

function toMdxError(error: Error, path: string): MdxError {
  const text = readFileSync(path, 'utf8');
  const parsed = readFrontMatter(text);
  if ('failure' in parsed) return new MdxError(error.message, { cause: error });
  const finding = toFileFinding(explainMdxException(parsed.body, error), parsed.bodyLine);
  const name = toRelativePath(resolveSiteFolder().root, path);
  const problems = toTextProblems([finding], name, text);
  return new MdxError(formatReport(problems, { color: false }), { cause: error });
}
