/** One tag of a shortcode: `{{< youtube id >}}`, `{{% /callout %}}`, `{% callout note %}`. */
export interface ShortcodeTag {
  start: number;
  end: number;
  /** The whole tag in the text. */
  source: string;
  /** In lower case. */
  name: string;
  closing: boolean;
  args: string[];
  namedArgs: Record<string, string>;
}

/** `{{</* name *\/>}}`, with which Hugo shows a tag instead of running it. */
export interface EscapedTag {
  start: number;
  end: number;
  shown: string;
}

/** A limit, so that a text full of opening braces is read in linear time. */
const MAX_LENGTH = 2000;
const OPENING = /\{\{([<%])\s*|\{(%)-?\s*/g;
const ESCAPED = /\{\{([<%])\/\*((?:(?!\{\{)[\s\S])*?)\*\/([>%])\}\}/y;
const NAME = /(\/?)\s*([a-z_][\w./-]*)(?=[\s/>%]|-%)/iy;
const VALUE = String.raw`"((?:[^"\\]|\\.)*)"|\`([^\`]*)\``;
const NAMED = new RegExp(
  String.raw`([\w-]+)\s*=\s*(?:${VALUE}|((?:(?!\/?[>%]\}|-%\}|\{\{)[^\s"])+))`,
  'y',
);
const QUOTED = new RegExp(VALUE, 'y');
const BARE = /(?:(?!\/?[>%]\}|-%\}|\{\{)[^\s"`])+/y;
const BLANK = /\s*/y;

/** Finds all tags of a text, in their order. Ignores what only starts like a tag. */
export function findTags(text: string): { tags: ShortcodeTag[]; escaped: EscapedTag[] } {
  const tags: ShortcodeTag[] = [];
  const escaped: EscapedTag[] = [];
  for (const match of text.matchAll(OPENING)) {
    if (match.index < Math.max(tags.at(-1)?.end ?? 0, escaped.at(-1)?.end ?? 0)) continue;
    const excerpt = text.slice(0, match.index + MAX_LENGTH);
    const shown = matchAt(ESCAPED, excerpt, match.index);
    if (shown) {
      const [whole, open, inner = '', close] = shown;
      const end = match.index + whole.length;
      escaped.push({ start: match.index, end, shown: `{{${open}${inner}${close}}}` });
      continue;
    }
    const tag = readTag(excerpt, match.index, match[0].length, match[1] ?? match[2] ?? '');
    if (tag) tags.push(tag);
  }
  return { tags, escaped };
}

function readTag(
  text: string,
  start: number,
  openingLength: number,
  delimiter: string,
): ShortcodeTag | undefined {
  const isLiquid = text[start + 1] !== '{';
  const closing = delimiter === '<' ? /\/?>\}\}/y : isLiquid ? /-?%\}/y : /\/?%\}\}/y;
  const name = matchAt(NAME, text, start + openingLength);
  if (!name) return undefined;
  const args: string[] = [];
  const namedArgs: [string, string][] = [];
  let position = start + openingLength + name[0].length;
  for (;;) {
    position += matchAt(BLANK, text, position)?.[0].length ?? 0;
    const end = matchAt(closing, text, position);
    if (end) {
      position += end[0].length;
      break;
    }
    const namedArgument = matchAt(NAMED, text, position);
    const value = namedArgument ?? matchAt(QUOTED, text, position) ?? matchAt(BARE, text, position);
    if (!value) return undefined;
    const [whole, first, second, third, fourth] = value;
    if (namedArgument)
      namedArgs.push([(first ?? '').toLowerCase(), unquote(second) ?? third ?? fourth ?? '']);
    else args.push(unquote(first) ?? second ?? whole);
    position += whole.length;
  }
  const endPrefix = isLiquid ? /^end(?=[a-z])/i : /^(?!)/;
  const word = (name[2] ?? '').toLowerCase();
  return {
    ...{ start, end: position, source: text.slice(start, position), args },
    namedArgs: Object.fromEntries(namedArgs),
    name: word.replace(endPrefix, ''),
    closing: name[1] === '/' || endPrefix.test(word),
  };
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function unquote(text: string | undefined): string | undefined {
  return text?.replace(/\\(.)/g, '$1');
}
