const possibleMarkup = /[`<*]|__|\]\(/;

/** A formula in dollars by Pandoc's rule, as in `pandoc-math.ts`. */
export const dollarFormula = /\$(?![\s$])(?:\\[^]|[^$\\])*(?<!\s)\$(?!\d)/;

/** A formula or an escaped character, which stay as they are. */
const unchanged = String.raw`${dollarFormula.source}|\\\([^]*?\\\)|\\\[[^]*?\\\]|\\[^]`;
/** Elements of which only the text is in a title, besides those that a title may contain. */
const elements =
  'a|abbr|b|big|bdi|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var';
const markup = new RegExp(
  [
    `(?<kept>${unchanged})`,
    '(?<space><br\\s*/?>)',
    '<!--[^]*?-->',
    String.raw`!?\[(?<label>[^[\]]*)\]\((?:[^\s()]|\([^\s()]*\))+(?:\s+"[^"]*")?\)`,
    '<(?<address>(?:https?|mailto):[^\\s<>]+)>',
    '`(?<literal>[^`]+)`|(?<literalName>__\\w+__)',
    `<(?<slash>/?)(?<tag>${elements})(?:\\s[^<>]*)?>`,
  ].join('|'),
  'gi',
);
/** The longest text that is simplified. A longer one is no title. */
const maxLength = 5000;

const starRun = new RegExp(`${unchanged}|(?<run>\\*+)`, 'g');

/** The mark of bold text, until the other stars are read. */
const bold = '\uE010';

/**
 * Simplifies the Markdown and HTML of a title to what a heading, which is a link in lists, may contain: emphasis, bold
 * text, formulas, and `<em>`, `<i>`, `<sub>` and `<sup>`. Links, code and other elements become their text. A star that
 * is no emphasis, as in `*-algebra` or `L*a*b*`, is escaped.
 */
export function simplifyTitle(title: string): string {
  if (title.length > maxLength || !possibleMarkup.test(title)) return title;
  const isPaired = createPairTest(title);
  const text = title.replace(markup, (source: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Partial<Record<string, string>>;
    const { kept, space, label, address, literal, literalName, slash, tag } = groups;
    if (kept !== undefined) return kept;
    if (space !== undefined) return ' ';
    const verbatim = literal ?? literalName ?? address;
    if (verbatim !== undefined) return verbatim.replace(/[\\*_[\]$~&]/g, '\\$&');
    if (tag === undefined) return label ?? '';
    return isPaired(tag) ? simplifyTag(tag.toLowerCase(), slash ?? '') : source;
  });
  const simple = escapeStars(text).replaceAll(bold, '**').replace(/ {2,}/g, ' ').trim();
  return simple === '' ? title : simple;
}

function simplifyTag(tag: string, slash: string): string {
  if (tag === 'b' || tag === 'strong') return bold;
  return /^(?:em|i|sub|sup)$/.test(tag) ? `<${slash}${tag}>` : '';
}

/** Returns a function that says whether each start tag of an element has an end tag. */
function createPairTest(title: string): (tag: string) => boolean {
  const count = (pattern: RegExp) => title.match(pattern)?.length ?? 0;
  return (tag) =>
    count(new RegExp(`<${tag}[\\s>]`, 'gi')) === count(new RegExp(`</${tag}\\s*>`, 'gi'));
}

interface StarRun {
  start: number;
  length: number;
}

/** Escapes the stars that are no emphasis. Those of a product, an operation or a name have no space around them. */
function escapeStars(text: string): string {
  const openers: StarRun[] = [];
  const unpaired = new Set<StarRun>();
  for (const { index: start, groups } of text.matchAll(starRun)) {
    const length = groups?.['run']?.length ?? 0;
    if (length === 0) continue;
    const run = { start, length };
    unpaired.add(run);
    const before = text.slice(0, start);
    const after = text.slice(start + length);
    const isInWord = /[\p{L}\p{N}]$/u.test(before);
    const last = openers.at(-1);
    if (last?.length === length && /\S$/.test(before)) {
      unpaired.delete(last);
      unpaired.delete(run);
      openers.pop();
    } else if (/^[^\s-]/.test(after) && (!isInWord || /^\p{L}{2,}\*/u.test(after))) {
      openers.push(run);
    }
  }
  let escaped = '';
  let end = 0;
  for (const { start, length } of unpaired) {
    escaped += text.slice(end, start) + '\\*'.repeat(length);
    end = start + length;
  }
  return escaped + text.slice(end);
}
