import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/project-node.mjs';
import { findUnsupportedCommand } from '../../../src/markdown/math/unsupported-commands.ts';

const source = join(root, 'node_modules/katex/src');

/** Returns the commands that KaTeX typesets for every author, from its source: functions, symbols and macros. */
export function listCommands(): string[] {
  // These print to the console.
  const printing = ['\\message', '\\errmessage', '\\show'];
  const names = globSync('**/*.ts', { cwd: source }).flatMap((file) =>
    [
      ...readFileSync(join(source, file), 'utf8').matchAll(
        /["'`]\\\\([a-zA-Z@]+|[^\s"'`\\])["'`]/g,
      ),
    ].map(([, name]) => `\\${name}`),
  );
  return [...new Set(names)]
    .filter((name) => !printing.includes(name) && !findUnsupportedCommand(name))
    .sort();
}

/** Returns the environments that the source of KaTeX names. */
export function listEnvironments(): string[] {
  const text = globSync('environments/*.ts', { cwd: source })
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');
  const lists = [...text.matchAll(/names: \[([^\]]*)\]/g)].map(([, list = '']) => list);
  return [
    ...new Set(
      lists.flatMap((list) => [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name)),
    ),
  ];
}

/** Returns formulas with a command: with several kinds of arguments, as a delimiter, in text. */
export function useCommand(command: string): string[] {
  return [
    command,
    `x${command} y`,
    `${command}{x}`,
    `${command}{x'<y}{z & "w"}`,
    `${command}[x]{y}_i^2`,
    `${command}{1.5em}{2ex}`,
    `${command}{red}{x}`,
    `\\left${command}\\frac{a}{b}\\right${command}`,
    `\\text{a ${command} é 中}`,
    `${command}{\\begin{matrix}a&b\\\\c&d\\end{matrix}}{e}{f}`,
    `\\sqrt{${command}}`,
    `a\\limits${command}_{b}^{c}`,
  ];
}

/** Returns formulas with an environment. */
export function useEnvironment(name: string): string[] {
  const content = ['a&b\\\\[2ex]c&d', 'a', '\\hline a & b \\\\ \\hdashline', '@>a>>'];
  return ['', '{lc}', '{l|c:r}', '{2}'].flatMap((argument) =>
    content.map((text) => `\\begin{${name}}${argument}${text}\\end{${name}}`),
  );
}

/** Makes formulas by chance from commands, letters and what TeX and HTML treat specially. */
export function arbitraryFormula(): fc.Arbitrary<string> {
  const command = fc.constantFrom(...listCommands());
  const environment = fc.constantFrom(...listEnvironments());
  const sign = fc.constantFrom(
    ...[
      'x',
      'n',
      '2',
      '1.5em',
      ' ',
      '\n',
      ',',
      "'",
      '"',
      '<',
      '>',
      '&',
      '=',
      '+',
      '(',
      ')',
      '|',
      '~',
    ],
    ...['%', '#', '$', '^', '_', '{', '}', '[', ']', '\\', '\\\\', '/>', '</p>', '&amp;', '\u00a0'],
    ...['é', 'Ж', '中', '한', 'א', '∑', '≤', '−', '𝔸', '𝚤', '😀', '\u200b', '\u0301', '￿', 'í'],
  );
  return fc.letrec<{ formula: string; part: string }>((grammar) => ({
    part: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { arbitrary: sign, weight: 4 },
      { arbitrary: command, weight: 3 },
      fc.tuple(command, grammar('formula')).map(([name, a]) => `${name}{${a}}`),
      fc
        .tuple(command, grammar('formula'), grammar('formula'))
        .map(([name, a, b]) => `${name}{${a}}{${b}}`),
      fc.tuple(grammar('part'), grammar('part')).map(([a, b]) => `{${a}}_{${b}}`),
      fc.tuple(grammar('part'), grammar('part')).map(([a, b]) => `${a}^{${b}}`),
      fc
        .tuple(environment, grammar('formula'), grammar('formula'))
        .map(([name, a, b]) => `\\begin{${name}}${a}&${b}\\\\${b}\\end{${name}}`),
      fc
        .tuple(command, grammar('formula'), command)
        .map(([a, text, b]) => `\\left${a} ${text}\\right${b} `),
      grammar('formula').map((text) => `\\text{${text}}`),
    ),
    formula: fc.array(grammar('part'), { maxLength: 5 }).map((parts) => parts.join('')),
  })).formula;
}
