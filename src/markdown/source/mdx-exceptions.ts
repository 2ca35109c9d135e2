import type { Nodes } from 'mdast';
import type { TextFinding } from './markdown-context.ts';
import { isJsxElement } from './jsx-elements.ts';
import { parseMdx } from './mdx-syntax.ts';
import { visit } from './visit.ts';

/**
 * Explains an exception that a text in MDX throws when it is rendered. Its position is that of the first expression with
 * a word of the exception, such as `events` in "events is not defined", or of the first expression.
 */
export function explainMdxException(source: string, error: Error): TextFinding {
  const exception = error.message;
  const expressions = listExpressions(source);
  const words = (exception.match(/[\w$]{2,}/g) ?? []).map(
    (word) => new RegExp(`(?<![\\w$])${RegExp.escape(word)}(?![\\w$])`),
  );
  const isNamed = ({ code }: Expression) => words.some((word) => word.test(code));
  const { line = 1, column = 1 } = expressions.find(isNamed) ?? expressions[0] ?? {};
  return {
    code: 'file/mdx-syntax',
    message: `the JavaScript of this text throws an error: ${exception.replace(/\.?\s*(?:\n[\s\S]*)?$/, '')}`,
    result: 'so the page cannot be made',
    remedy:
      'Correct it, write \\{ for a brace that is part of the text, or rename the file to .md.',
    position: { line, column },
  };
}

interface Expression {
  code: string;
  line: number;
  column: number;
}

/** Returns the expressions, elements and statements of a text in their order. */
function listExpressions(source: string): Expression[] {
  const found: Expression[] = [];
  visit(parseMdx(source), (node: Nodes) => {
    const { start, end } = node.position ?? {};
    if (!start || !end || !isCode(node)) return;
    // The content of an element has nodes of its own.
    const last = 'children' in node ? node.children[0]?.position?.start : undefined;
    const code = source.slice(start.offset, (last ?? end).offset);
    found.push({ code, line: start.line, column: start.column });
  });
  return found;
}

function isCode(node: Nodes): boolean {
  return isJsxElement(node) || /^mdx.*Expression$/.test(node.type) || node.type === 'mdxjsEsm';
}
