import { createRequire } from 'node:module';
import type RemarkMdx from 'remark-mdx';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { TextFinding } from './markdown-context.ts';
import { remarkPandocMath } from './pandoc-math.ts';

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

/** A message of `vfile`, as the parser throws it. */
interface ParserMessage {
  reason: string;
  line?: number | undefined;
  column?: number | undefined;
}

/** Returns the first syntax error of an MDX text, with its position in the text. */
export function findMdxError(text: string): TextFinding | undefined {
  parser ??= createParser();
  try {
    parser.parse(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || !('reason' in error)) throw error;
    return toFinding(error as unknown as ParserMessage);
  }
}

/** What authors read in place of messages that name parts of the parser. */
const reasons: [RegExp, string][] = [
  [/^Expected a closing tag for `([^`]+)`.*/, '$1 is not closed'],
  [/^Could not parse import\/exports.*/, 'this import or export is not valid JavaScript'],
  [/^Could not parse (?:expression|attribute).*/, 'this is not valid JavaScript'],
  [/^Unexpected end of file in expression.*/, 'a { is not closed'],
  [/^Unexpected closing slash.*/, 'this tag closes nothing'],
];

const braceRemedy =
  'In MDX, { starts JavaScript. Correct it, write \\{ for the character, or rename the file to .md.';
const tagRemedy =
  'In MDX, < starts a component. Correct it, write \\< for the character, or rename the file to .md.';

function toFinding({ reason, line = 1, column = 1 }: ParserMessage): TextFinding {
  // The message may be on the end of a paragraph, and name the place of the tag in it.
  const [, tagLine = line, tagColumn = column] = / \((\d+):(\d+)(?:-\d+:\d+)?\)/.exec(reason) ?? [];
  const plain = reason.replace(/ \(\d+:\d+(?:-\d+:\d+)?\)| \(U\+[\dA-F]+\)/g, '');
  const [pattern, text = ''] = reasons.find(([pattern]) => pattern.test(plain)) ?? [];
  const message = pattern ? plain.replace(pattern, text) : plain[0]?.toLowerCase() + plain.slice(1);
  return {
    code: 'file/mdx-syntax',
    message: `this file is not valid MDX: ${message}`,
    remedy: /JavaScript|\{/.test(message) ? braceRemedy : tagRemedy,
    position: { line: Number(tagLine), column: Number(tagColumn) },
  };
}
