/** One tag of a shortcode: `{{< youtube id >}}`, `{{% /callout %}}`, `{% callout note %}`. */
export interface Tag {
  start: number;
  end: number;
  /** As written in the text. */
  written: string;
  /** In lower case. */
  name: string;
  closing: boolean;
  positional: string[];
  named: Record<string, string>;
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
export function findTags(text: string): { tags: Tag[]; escaped: EscapedTag[] } {
  const tags: Tag[] = [];
  const escaped: EscapedTag[] = [];
  for (const match of text.matchAll(OPENING)) {
    if (match.index < Math.max(tags.at(-1)?.end ?? 0, escaped.at(-1)?.end ?? 0)) continue;
    const near = text.slice(0, match.index + MAX_LENGTH);
    const shown = at(ESCAPED, near, match.index);
    if (shown) {
      const [whole, open, inner = '', close] = shown;
      const end = match.index + whole.length;
      escaped.push({ start: match.index, end, shown: `{{${open}${inner}${close}}}` });
      continue;
    }
    const tag = readTag(near, match.index, match[0].length, match[1] ?? match[2] ?? '');
    if (tag) tags.push(tag);
  }
  return { tags, escaped };
}

function readTag(text: string, start: number, opening: number, mark: string): Tag | undefined {
  const liquid = text[start + 1] !== '{';
  const closer = mark === '<' ? /\/?>\}\}/y : liquid ? /-?%\}/y : /\/?%\}\}/y;
  const name = at(NAME, text, start + opening);
  if (!name) return undefined;
  const positional: string[] = [];
  const named: Record<string, string> = {};
  let position = start + opening + name[0].length;
  for (;;) {
    position += at(BLANK, text, position)?.[0].length ?? 0;
    const end = at(closer, text, position);
    if (end) {
      position += end[0].length;
      break;
    }
    const pair = at(NAMED, text, position);
    const value = pair ?? at(QUOTED, text, position) ?? at(BARE, text, position);
    if (!value) return undefined;
    const [whole, first, second, third, fourth] = value;
    if (pair) named[(first ?? '').toLowerCase()] = unquote(second) ?? third ?? fourth ?? '';
    else positional.push(unquote(first) ?? second ?? whole);
    position += whole.length;
  }
  const ended = liquid ? /^end(?=[a-z])/i : /^(?!)/;
  const word = (name[2] ?? '').toLowerCase();
  return {
    ...{ start, end: position, written: text.slice(start, position), positional, named },
    name: word.replace(ended, ''),
    closing: name[1] === '/' || ended.test(word),
  };
}

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function unquote(text: string | undefined): string | undefined {
  return text?.replace(/\\(.)/g, '$1');
}
