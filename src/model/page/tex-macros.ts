/** A macro that TeX defines. */
export interface TexMacro {
  /** With the backslash: `\KL`. */
  name: string;
  /** The definition: `\newcommand{\KL}{D}`. */
  source: string;
  parameters: number;
  /** The default of the first argument, which is then optional and in square brackets. */
  preset?: string | undefined;
  /** A star may be before the argument. */
  isPaired?: boolean;
  /** Undefined if arguments have delimiters of their own. */
  body?: string | undefined;
}

/** Macros by their names. */
export type TexMacros = ReadonlyMap<string, TexMacro>;

const definition =
  /\\(?:(newcommand|renewcommand|providecommand|DeclareRobustCommand)|(DeclareMathOperator)|(DeclarePairedDelimiter)|([gex]?def)|(let))(?![a-zA-Z@])(\*?)/g;

/** Returns whether a formula may define a macro. */
function mayDefineMacro(tex: string): boolean {
  return /\\(?:(?:re)?newcommand|providecommand|Declare[A-Z]|[gex]?def|let)/.test(tex);
}

/** Returns the macros that a formula defines, and the formula without the definitions. */
export function findDefinitions(tex: string): { macros: TexMacro[]; rest: string } {
  const macros: TexMacro[] = [];
  if (!mayDefineMacro(tex)) return { macros, rest: tex };
  let rest = '';
  let position = 0;
  for (const match of tex.matchAll(definition)) {
    if (match.index < position) continue;
    const reader = createReader(tex, match.index + match[0].length);
    const macro = readDefinition(match, reader);
    if (!macro) continue;
    rest += tex.slice(position, match.index);
    position = reader.position();
    macros.push({ ...macro, source: tex.slice(match.index, position) });
  }
  return { macros, rest: rest + tex.slice(position) };
}

/** Returns macros by their names. Of two with the same name, the last one counts. */
export function toMacroMap(macros: readonly TexMacro[]): Map<string, TexMacro> {
  return new Map(macros.map((macro) => [macro.name, macro]));
}

/** Returns the definitions of the macros that a formula uses, also inside other macros, as TeX. */
export function listUsedDefinitions(tex: string, macros: TexMacros): string {
  if (macros.size === 0) return '';
  const used = new Set<TexMacro>();
  const collect = (text: string) => {
    for (const [name] of text.matchAll(command)) {
      const macro = macros.get(name);
      if (!macro || used.has(macro)) continue;
      used.add(macro);
      collect(macro.source);
    }
  };
  collect(tex);
  return [...macros.values()]
    .filter((macro) => used.has(macro))
    .map(({ source }) => source)
    .join('');
}

const command = /\\(?:[a-zA-Z@]+|[^])/g;
/** Limits, for macros that contain themselves. */
const maxExpansions = 500;
const maxLength = 20_000;

/** Removes the definitions in a formula, and replaces the macros that they define with what they mean. */
export function expandMacros(tex: string): string {
  const { macros, rest } = findDefinitions(tex);
  if (macros.length === 0) return tex;
  const byName = toMacroMap(macros);
  let text = rest;
  let position = 0;
  for (let count = 0; count < maxExpansions && text.length < maxLength;) {
    command.lastIndex = position;
    const match = command.exec(text);
    if (!match) break;
    const macro = byName.get(match[0]);
    position = match.index + match[0].length;
    if (macro?.body === undefined) continue;
    const reader = createReader(text, position);
    const expanded = expandMacro(macro, reader);
    text = text.slice(0, match.index) + expanded + text.slice(reader.position());
    position = match.index;
    count += 1;
  }
  command.lastIndex = 0;
  return text;
}

function expandMacro(
  { parameters, preset, isPaired, body = '' }: TexMacro,
  reader: Reader,
): string {
  if (isPaired) reader.skip(/\*/y);
  const texts: string[] = [];
  if (preset !== undefined) texts.push(reader.readOptional() ?? preset);
  while (texts.length < parameters) texts.push(reader.readArgument() ?? '');
  const expanded = body.replace(
    /(\\[a-zA-Z@]+)?#([1-9])/g,
    (_, before: string | undefined, index) => {
      const text = texts[Number(index) - 1] ?? '';
      return before === undefined ? text : before + (/^[a-zA-Z]/.test(text) ? ' ' : '') + text;
    },
  );
  // The next letter must not become part of a command at the end.
  return /\\[a-zA-Z@]+$/.test(expanded) ? `${expanded} ` : expanded;
}

function readDefinition(
  [, newCommand, operator, delimiter, def, letCommand, star]: RegExpExecArray,
  reader: Reader,
): Omit<TexMacro, 'source'> | undefined {
  const name = reader.readArgument()?.trim();
  if (name === undefined || !/^\\(?:[a-zA-Z@]+|[^])$/.test(name)) return undefined;
  if (newCommand !== undefined) {
    const parameters = Number(reader.readOptional() ?? 0);
    const preset = reader.readOptional();
    const body = reader.readArgument();
    return body === undefined ? undefined : { name, parameters, preset, body };
  }
  if (operator !== undefined) {
    const body = reader.readArgument();
    return body === undefined
      ? undefined
      : { name, parameters: 0, body: `\\operatorname${star}{${body}}` };
  }
  if (delimiter !== undefined) {
    const [left, right] = [reader.readArgument(), reader.readArgument()];
    return right === undefined
      ? undefined
      : { name, parameters: 1, isPaired: true, body: `${left}#1${right}` };
  }
  if (letCommand !== undefined) {
    reader.skip(/[ \t]*=?[ \t]?/y);
    const body = reader.readArgument();
    return body === undefined ? undefined : { name, parameters: 0, body };
  }
  if (def === undefined) return undefined;
  const pattern = reader.skip(/[^{}]*/y);
  const body = reader.readArgument();
  if (body === undefined) return undefined;
  const isPlain = /^\s*(?:#\d)*\s*$/.test(pattern);
  const parameters = pattern.match(/#\d/g)?.length ?? 0;
  return { name, parameters, body: isPlain ? body : undefined };
}

type Reader = ReturnType<typeof createReader>;

/** Reads arguments of TeX from a position on. */
function createReader(tex: string, start: number) {
  let position = start;
  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = position;
    const found = pattern.exec(tex)?.[0] ?? '';
    position += found.length;
    return found;
  };
  const readGroup = (open: string, close: string): string | undefined => {
    let depth = 0;
    for (let i = position; i < tex.length; i += 1) {
      if (tex[i] === '\\') i += 1;
      else if (tex[i] === '{' || tex[i] === open) depth += 1;
      else if (tex[i] === '}' || tex[i] === close) depth -= 1;
      if (depth > 0) continue;
      const content = tex.slice(position + 1, i);
      position = i + 1;
      return content;
    }
    return undefined;
  };
  return {
    position: () => position,
    skip,
    /** Reads a group in braces, a command or a character. */
    readArgument(): string | undefined {
      skip(/\s*/y);
      if (tex[position] === '{') return readGroup('{', '}');
      return skip(/\\(?:[a-zA-Z@]+|[^])|[^]/uy) || undefined;
    },
    /** Reads an argument in square brackets. */
    readOptional(): string | undefined {
      skip(/\s*/y);
      return tex[position] === '[' ? readGroup('[', ']') : undefined;
    },
  };
}
