import type {} from 'micromark-extension-math';
import { markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';

const dollar = 36;
const backslash = 92;

/**
 * Micromark syntax for `$…$` by Pandoc's rule (Pandoc User's Guide, extension
 * `tex_math_dollars`): the opening dollar has a non-space to its right, the closing one has a
 * non-space to its left and no digit to its right, and no bare dollar stands between them. "$5 million or $10 million" stays money.
 *
 * Gives the token types of `micromark-extension-math`, so remark-math turns them into nodes.
 */
export const dollarMath: Extension = {
  text: {
    [dollar]: { name: 'pandocMathText', tokenize, previous: (code) => code !== dollar },
  },
};

function tokenize(effects: Effects, ok: State, nok: State): State {
  const closing: Construct = { tokenize: tokenizeClosing, partial: true };
  let before: Code = null;

  return (code) => {
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    effects.consume(code);
    effects.exit('mathTextSequence');
    return opened;
  };

  function opened(code: Code): State | undefined {
    if (code === dollar || markdownLineEndingOrSpace(code)) return nok(code);
    return between(code);
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (markdownLineEnding(code)) {
      before = code;
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return between;
    }
    if (code === dollar) {
      return markdownLineEndingOrSpace(before)
        ? nok(code)
        : effects.attempt(closing, ok, nok)(code);
    }
    effects.enter('mathTextData');
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || code === dollar || markdownLineEnding(code)) {
      effects.exit('mathTextData');
      return between(code);
    }
    before = code;
    effects.consume(code);
    return code === backslash ? escaped : data;
  }

  function escaped(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return data(code);
    before = code;
    effects.consume(code);
    return data;
  }
}

function tokenizeClosing(effects: Effects, ok: State, nok: State): State {
  return (code) => {
    effects.enter('mathTextSequence');
    effects.consume(code);
    effects.exit('mathTextSequence');
    effects.exit('mathText');
    return (next) => (next !== null && next >= 48 && next <= 57 ? nok(next) : ok(next));
  };
}
