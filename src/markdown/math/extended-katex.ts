import 'katex/contrib/mhchem';
import katex, { type KatexOptions } from 'katex';
import { textCommands } from '../../model/page/tex-packages.ts';
import { latexCommands } from './latex-commands.ts';
import { toAngle, toNumber, toQuantity, toUnit } from '../../model/page/si-units.ts';

/** A token of TeX. */
interface Token {
  text: string;
}

/** What a macro of KaTeX can read and change. Lists of tokens are in reverse order. */
interface MacroContext {
  macros: { set(name: string, macro: Macro): void };
  consumeArg(delimiters?: string[]): { tokens: Token[] };
  consumeArgs(count: number): Token[][];
  consumeSpaces(): void;
  future(): Token;
  popToken(): Token;
  isDefined(name: string): boolean;
}
type Macro = string | { tokens: Token[]; numArgs: number } | ((context: MacroContext) => Expansion);
type Expansion = string | { tokens: Token[]; numArgs: number };

/** An element that KaTeX has built. */
export interface KatexNode {
  classes: string[];
  attributes: Record<string, string>;
  children: KatexNode[];
}

/** Functions of KaTeX that its types lack. */
interface KatexInternals {
  __defineMacro(name: string, macro: Macro): void;
  __parse(tex: string, options: ExtendedOptions): unknown;
  __renderToDomTree(tex: string, options: ExtendedOptions): KatexNode;
}
const internals = katex as unknown as KatexInternals;
const defineMacro = internals.__defineMacro;

for (const [name, macro] of Object.entries(latexCommands)) {
  defineMacro(
    name,
    typeof macro === 'string'
      ? macro
      : (context) => {
          const texts = readTexts(context, macro[0]);
          return macro[1].replace(/#(\d)/g, (_, index) => texts[Number(index) - 1]!);
        },
  );
}
for (const [name, text] of Object.entries(textCommands))
  defineMacro(`\\${name}`, `\\text{${text}}`);

for (const command of ['newcommand', 'renewcommand', 'DeclareRobustCommand'])
  defineMacro(`\\${command}`, (context) => defineCommand(context));
defineMacro('\\providecommand', (context) => defineCommand(context, { keepsKnown: true }));
defineMacro('\\DeclareMathOperator', (context) => {
  const operator = readStar(context) ? '\\operatorname*' : '\\operatorname';
  const [name, body] = readTexts(context, 2);
  context.macros.set(name!.trim(), `${operator}{${body}}`);
  return '';
});
defineMacro('\\DeclarePairedDelimiter', (context) => {
  const [name, left, right] = readTexts(context, 3);
  context.macros.set(name!.trim(), (use) => {
    const [before, after] = readStar(use) ? ['\\left', '\\right'] : ['\\mathopen', '\\mathclose'];
    return `${before}${left}${readTexts(use, 1)[0]}${after}${right}`;
  });
  return '';
});

for (const name of ['\\SI', '\\qty']) {
  defineMacro(name, (context) => {
    readOptional(context);
    const [number, unit] = readTexts(context, 2);
    return toQuantity(number!, unit!);
  });
}
for (const name of ['\\si', '\\unit']) defineMacro(name, siCommand(toUnit));
defineMacro('\\num', siCommand(toNumber));
defineMacro('\\ang', siCommand(toAngle));
for (const name of ['\\SIrange', '\\qtyrange']) {
  defineMacro(name, (context) => {
    readOptional(context);
    const [from, to, unit] = readTexts(context, 3);
    return `${toQuantity(from!, unit!)}\\text{–}${toQuantity(to!, unit!)}`;
  });
}
defineMacro('\\numrange', (context) => {
  readOptional(context);
  const [from, to] = readTexts(context, 2);
  return `${toNumber(from!)}\\text{–}${toNumber(to!)}`;
});

// Double-struck digits are in no font of KaTeX.
for (const name of ['\\mathbbm', '\\mathds']) {
  defineMacro(name, (context) => {
    const [letters] = readTexts(context, 1);
    const isOne = letters!.trim() === '1';
    return isOne
      ? '\\html@mathml{\\mathrm{1\\mkern-4mu l}}{\\mathrm{\\char"1D7D9}}'
      : `\\mathbb{${letters}}`;
  });
}
defineMacro('\\textsc', (context) => {
  const [text] = readTexts(context, 1);
  return `\\html@mathml{\\text{${toSmallCapitals(text!)}}}{\\text{${text}}}`;
});
for (const [name, sign] of [
  ['\\raise', ''],
  ['\\lower', '-'],
] as const) {
  defineMacro(name, (context) => {
    const length = sign + readLength(context);
    return `\\raisebox{${length}}{$${readTexts(context, 1)[0]}$}`;
  });
}
defineMacro('\\vskip', (context) => {
  readLength(context);
  return '';
});
defineMacro('\\sc', '');
defineMacro('\\unicode', (context) => {
  readOptional(context);
  const number = readTexts(context, 1)[0]!.trim();
  const digits = /^(?:[xX"]([0-9a-fA-F]+)|(\d+))$/.exec(number);
  const point = digits?.[1] ? Number.parseInt(digits[1], 16) : Number(digits?.[2] ?? Number.NaN);
  return point > 31 && point <= 0x10ffff ? `{\\char"${point.toString(16)}}` : '';
});
defineMacro('\\bbox', (context) => {
  const options = readOptional(context)?.split(',') ?? [];
  const colour = options.find((option) => /^\s*(?:#[0-9a-f]{3,6}|[a-z]+)\s*$/i.test(option));
  const content = readTexts(context, 1)[0]!;
  const box = colour === undefined ? `{${content}}` : `\\colorbox{${colour.trim()}}{$${content}$}`;
  return options.some((option) => option.includes('border')) ? `\\boxed{${box}}` : box;
});
defineMacro('\\buildrel', (context) => {
  const above = toTex(context.consumeArg(['\\over']).tokens);
  return `\\mathrel{\\overset{${above}}{${readTexts(context, 1)[0]}}}`;
});
defineMacro('\\root', (context) => {
  const degree = toTex(context.consumeArg(['\\of']).tokens);
  return `\\sqrt[${degree}]{${readTexts(context, 1)[0]}}`;
});

/** Options of KaTeX, and macros by their names. */
type ExtendedOptions = Omit<KatexOptions, 'macros'> & { macros?: Record<string, unknown> };

/**
 * Returns the HTML of a formula by KaTeX with the commands of MathJax, mhchem, siunitx and other LaTeX
 * packages in `latexCommands`, `textCommands` and above. `\newcommand` may define a macro again, as in MathJax, and its
 * first argument may have a default.
 */
export function renderFormula(tex: string, options: ExtendedOptions): string {
  return withoutWarnings(() => katex.renderToString(tex, options as KatexOptions));
}

/** Parses a formula. Throws most errors that `renderFormula` throws, in a quarter of the time. */
export function parseFormula(tex: string, options: ExtendedOptions): unknown {
  return withoutWarnings(() => internals.__parse(tex, options));
}

/** Returns the elements of a formula. */
export function buildFormula(tex: string, options: ExtendedOptions): KatexNode {
  return withoutWarnings(() => internals.__renderToDomTree(tex, options));
}

/** KaTeX warns of characters whose size it does not know; browsers show them in another font. */
function withoutWarnings<T>(call: () => T): T {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return call();
  } finally {
    console.warn = warn;
  }
}

function defineCommand(context: MacroContext, { keepsKnown = false } = {}): string {
  readStar(context);
  const name = toTex(context.consumeArg().tokens).trim();
  const count = Number(readOptional(context) ?? 0);
  const preset = readOptional(context);
  const body = context.consumeArg().tokens;
  if (keepsKnown && context.isDefined(name)) return '';
  if (preset === undefined) {
    context.macros.set(name, { tokens: body, numArgs: count });
    return '';
  }
  context.macros.set(name, (use) => {
    const first = readOptional(use) ?? preset;
    const texts = [first, ...readTexts(use, count - 1)];
    return toTex(body).replace(/#(\d)/g, (_, index) => texts[Number(index) - 1] ?? '');
  });
  return '';
}

function siCommand(toFormula: (source: string) => string): Macro {
  return (context) => {
    readOptional(context);
    return toFormula(readTexts(context, 1)[0]!);
  };
}

function toSmallCapitals(text: string): string {
  if (/[\\$]/.test(text)) return text;
  return text.replace(/\p{Ll}+/gu, (letters) => `{\\footnotesize ${letters.toUpperCase()}}`);
}

function readStar(context: MacroContext): boolean {
  context.consumeSpaces();
  if (context.future().text !== '*') return false;
  context.popToken();
  return true;
}

/** Reads an argument in square brackets. */
function readOptional(context: MacroContext): string | undefined {
  context.consumeSpaces();
  if (context.future().text !== '[') return undefined;
  context.popToken();
  return toTex(context.consumeArg([']']).tokens);
}

/** Reads a length without braces, such as `2pt`. */
function readLength(context: MacroContext): string {
  let length = '';
  while (/^[\d.\-+a-z ]$/.test(context.future().text) && !/[a-z]{2}$/.test(length))
    length += context.popToken().text.trim();
  return length;
}

function readTexts(context: MacroContext, count: number): string[] {
  return Array.from({ length: count }, () => toTex(context.consumeArg().tokens));
}

/** Returns the source of tokens. A command that ends in a letter needs a space after it. */
function toTex(tokens: readonly Token[]): string {
  return tokens
    .map(({ text }) => (/^\\[a-zA-Z@]+$/.test(text) ? `${text} ` : text))
    .reverse()
    .join('');
}
