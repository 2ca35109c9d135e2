import { createRequire } from 'node:module';
import type { Nodes, Root } from 'mdast';
import type RemarkMdx from 'remark-mdx';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { isJsxElement } from './jsx-elements.ts';
import type { TextFinding } from './markdown-context.ts';
import { remarkPandocMath } from './pandoc-math.ts';
import { visit } from './visit.ts';

const require = createRequire(import.meta.url);

let parser: Processor | undefined;

/** Creates the parser. Its JavaScript parser is loaded only for a site with MDX. */
function createParser(): Processor {
  const { default: remarkMdx } = require('remark-mdx') as { default: typeof RemarkMdx };
  return unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkGfm)
    .use(remarkPandocMath)
    .freeze() as unknown as Processor;
}

/** Parses a text in MDX. Throws for invalid syntax. */
export function parseMdx(source: string): Root {
  parser ??= createParser();
  return parser.parse(source) as Root;
}

/**
 * Returns the first reason why a text in MDX cannot be compiled, with its position in the text: invalid syntax, or a
 * component that is not imported. What its JavaScript does is known only when it runs.
 */
export function findMdxError(source: string): TextFinding | undefined {
  let tree: Root;
  try {
    tree = parseMdx(source);
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    return explain(error);
  }
  const declared = new Set<string>();
  const components: [name: string, node: Nodes][] = [];
  visit(tree, (node) => {
    for (const name of listStatements(node).flatMap(listNames)) declared.add(name);
    const name = getComponent(node);
    if (name !== undefined) components.push([name, node]);
  });
  const unknown = components.find(([name]) => !declared.has(name));
  if (!unknown) return undefined;
  const [name, node] = unknown;
  const { line, column } = node.position!.start;
  return {
    code,
    message: `the component <${name}> is not imported`,
    result,
    remedy: `Add import ${name} from '…'; at the start of the text, or write \\< if it is not a component.`,
    position: { line, column },
  };
}

/** The parts of a statement of an `import` or `export` (ESTree) that matter here. */
interface Statement {
  specifiers?: { local: { name: string } }[];
  declaration?: { id?: unknown; declarations?: { id: unknown }[] } | null;
}

function listStatements(node: Nodes): Statement[] {
  if (node.type !== 'mdxjsEsm') return [];
  return (node.data as { estree?: { body: Statement[] } } | undefined)?.estree?.body ?? [];
}

/** Returns the names that a statement declares. */
function listNames({ specifiers = [], declaration }: Statement): string[] {
  const { id, declarations = [] } = declaration ?? {};
  const patterns = [id, ...declarations.map((one) => one.id)];
  return [...specifiers.map(({ local }) => local.name), ...patterns.flatMap(listIdentifiers)];
}

/** Returns the names in a pattern such as `{ a, b: [c] }`. */
function listIdentifiers(pattern: unknown): string[] {
  if (typeof pattern !== 'object' || pattern === null) return [];
  const { type, name, ...rest } = pattern as Record<string, unknown>;
  if (type === 'Identifier' && typeof name === 'string') return [name];
  return Object.values(rest).flatMap(listIdentifiers);
}

/** Returns the name that a JSX element needs in scope: `Aside`, or `Tabs` for `<Tabs.Item>`. */
function getComponent(node: Nodes): string | undefined {
  if (!isJsxElement(node)) return undefined;
  const { name } = node;
  if (name === null || name.includes(':')) return undefined;
  const [first = '', ...members] = name.split('.');
  return members.length > 0 || /^[A-Z_$]/.test(first) ? first : undefined;
}

/** An error of the parser (vfile-message). */
interface MdxSyntaxError extends Error {
  reason: string;
  ruleId?: string;
  line?: number;
  column?: number;
}

function isSyntaxError(error: unknown): error is MdxSyntaxError {
  return error instanceof Error && 'reason' in error;
}

const code = 'file/mdx-syntax';
const result = 'so the page cannot be made';
const orMarkdown = 'or rename the file to .md';

/** Explains an error of the parser in words that an author knows. */
function explain({ reason, ruleId, line = 1, column = 1 }: MdxSyntaxError): TextFinding {
  // An element that is not closed is reported where the paragraph ends; its place is in the text.
  const [, tagLine = line, tagColumn = column] =
    /[( ](\d+):(\d+)(?:-\d+:\d+)?\)/.exec(reason) ?? [];
  const position = { line: Number(tagLine), column: Number(tagColumn) };
  return { code, result, position, ...explainReason(reason, ruleId) };
}

/** Returns the message for a reason of the parser, or a rule that it names. */
function explainReason(
  reason: string,
  rule: string | undefined,
): Pick<TextFinding, 'message' | 'remedy'> {
  const tag = /`(<[^`]*>)`/.exec(reason)?.[1];
  if (reason.includes('to create a comment in MDX')) {
    return {
      message: 'MDX does not support HTML comments',
      remedy: `Write {/* … */} instead of <!-- … -->, ${orMarkdown}.`,
    };
  }
  if (rule === 'end-tag-mismatch' && tag !== undefined) {
    return {
      message: `the element ${tag} is not closed in the right place`,
      remedy: `Close each element in the block in which it starts, such as <b>…</b> or <br />, ${orMarkdown}.`,
    };
  }
  if (rule === 'acorn' || rule?.includes('spread') || rule === 'non-esm') {
    return {
      message: 'the JavaScript between braces, or after import or export, is invalid',
      remedy: `Correct it, write \\{ for a brace that is part of the text, ${orMarkdown}.`,
    };
  }
  if (reason.includes('in expression')) {
    return {
      message: 'the brace { of a JavaScript expression is not closed',
      remedy: `Add }, write \\{ for a brace that is part of the text, ${orMarkdown}.`,
    };
  }
  return {
    message: 'the sign < starts a JSX element, which is invalid here',
    remedy: `Correct the element, write \\< for a sign that is part of the text, ${orMarkdown}.`,
  };
}
