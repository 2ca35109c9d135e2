import type {} from 'micromark-extension-math';
import type { Root, RootContent } from 'mdast';
import { markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified, type Plugin } from 'unified';
import { addFinding } from './markdown-context.ts';
import { visit } from './visit.ts';

/**
 * Adds formulas to Markdown: remark-math, with Pandoc's rule for single dollars. A formula in `$$`
 * is displayed also within a line, as in Pandoc and MathJax. Reports one that is not closed as a
 * warning.
 */
export const remarkPandocMath: Plugin<[], Root> = function () {
  remarkMath.call(this as never, { singleDollarTextMath: false });
  this.data().micromarkExtensions?.push(dollarMath);
  return (tree, file) => {
    visit(tree, 'inlineMath', ({ data, position }) => {
      const start = position?.start.offset;
      if (!data || start === undefined || !String(file).startsWith('$$', start)) return;
      data.hProperties = { className: ['language-math', 'math-display'] };
    });
    visit(tree, 'math', (formula) => {
      addFirstLine(formula);
      const { start, end } = formula.position!;
      if (/\n[^\n]*\$\$[ \t]*$/.test(String(file).slice(start.offset, end.offset))) return;
      addFinding(file, {
        ...{ code: 'text/unclosed-formula', position: start },
        message: 'the formula that starts with $$ is not closed, so it includes all text after it',
        remedy: 'Add a line with only $$ after the formula.',
      });
    });
  };
};

/**
 * Restores text after the opening `$$`, which remark-math takes for the info string of a code
 * fence.
 */
function addFirstLine(formula: Extract<RootContent, { type: 'math' }>): void {
  if (!formula.meta) return;
  formula.value = `${formula.meta}\n${formula.value}`;
  formula.meta = null;
  const code = formula.data?.hChildren?.[0];
  if (code?.type === 'element') code.children = [{ type: 'text', value: formula.value }];
}

/** Parses Markdown with formulas into a tree with positions, without running plugins. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

const dollar = 36;
const backslash = 92;

/**
 * Micromark syntax for `$…$` by Pandoc's rule (Pandoc User's Guide, extension `tex_math_dollars`):
 * the opening dollar has a non-space to its right, the closing one has a non-space to its left and
 * no digit to its right, and no bare dollar is between them. "$5 million or $10 million" stays
 * money. A sign alone may have a digit to its right: abstracts of Crossref and Zotero have "$<$0.05".
 *
 * Gives the token types of `micromark-extension-math`, so remark-math turns them into nodes.
 */
const dollarMath: Extension = {
  text: {
    [dollar]: { name: 'pandocMathText', tokenize, previous: (code) => code !== dollar },
  },
};

function tokenize(effects: Effects, ok: State, nok: State): State {
  const closing: Construct = { tokenize: tokenizeClosing, partial: true };
  let previous: Code = null;
  let content = '';

  return (code) => {
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    effects.consume(code);
    effects.exit('mathTextSequence');
    return afterOpening;
  };

  function afterOpening(code: Code): State | undefined {
    if (code === dollar || markdownLineEndingOrSpace(code)) return nok(code);
    return inFormula(code);
  }

  function inFormula(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (markdownLineEnding(code)) {
      previous = code;
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return inFormula;
    }
    if (code === dollar) {
      if (markdownLineEndingOrSpace(previous)) return nok(code);
      if (!loneSign.test(content)) return effects.attempt(closing, ok, nok)(code);
      consumeClosing(effects, code);
      return ok;
    }
    effects.enter('mathTextData');
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || code === dollar || markdownLineEnding(code)) {
      effects.exit('mathTextData');
      return inFormula(code);
    }
    previous = code;
    content += String.fromCharCode(code);
    effects.consume(code);
    return code === backslash ? escaped : data;
  }

  function escaped(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return data(code);
    previous = code;
    content += String.fromCharCode(code);
    effects.consume(code);
    return data;
  }
}

/** A relation or an operator without operands. */
const loneSign =
  /^(?:[<>=~≤≥±×≈]|\\(?:leq?|leqslant|geq?|geqslant|lt|gt|ll|gg|pm|mp|sim|simeq|approx|times|neq?|cdot)\s*)+$/;

function consumeClosing(effects: Effects, code: Code): void {
  effects.enter('mathTextSequence');
  effects.consume(code);
  effects.exit('mathTextSequence');
  effects.exit('mathText');
}

function tokenizeClosing(effects: Effects, ok: State, nok: State): State {
  return (code) => {
    consumeClosing(effects, code);
    return (following) =>
      following !== null && following >= 48 && following <= 57 ? nok(following) : ok(following);
  };
}

// Last, because it needs the syntax above.
const parser = unified().use(remarkParse).use(remarkPandocMath).freeze();
