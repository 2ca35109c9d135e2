import { isMap } from '../../schema/describe.ts';
import { findOwn } from '../../schema/own-value.ts';
import type { CitedWork } from '../convert/cited-works.ts';
import { readText } from '../convert/converted-page.ts';
import { convertCells } from './quarto-cells.ts';
import { addReferences, convertCitations } from './quarto-citations.ts';
import { convertDivs, mapOutsideCode } from './quarto-divs.ts';

/** What a text refers to. */
export interface QuartoContext {
  /** The front matter of the page. */
  data: Readonly<Record<string, unknown>>;
  /** `_variables.yml`. */
  variables: Readonly<Record<string, unknown>>;
  works: ReadonlyMap<string, CitedWork>;
  isDeck: boolean;
}

const words: Readonly<Record<string, string>> = {
  ...{ fig: 'Figure', tbl: 'Table', sec: 'Section', eq: 'Equation', lst: 'Listing' },
  ...{ thm: 'Theorem', lem: 'Lemma', cor: 'Corollary', prp: 'Proposition', def: 'Definition' },
};

/** Converts the Markdown of Pandoc and the shortcodes of Quarto to those of Lectern. */
export function convertQuartoText(text: string, context: QuartoContext): string {
  const labels = numberLabels(text);
  const cited: CitedWork[] = [];
  const hidesCode = isMap(context.data['execute']) && context.data['execute']['echo'] === false;
  const cells = convertCells(text.replace(/\r\n/g, '\n'), hidesCode);
  const inline = mapOutsideCode(cells, (part) => convertInline(part, context, labels, cited));
  return addReferences(convertDivs(inline), context.isDeck ? [] : cited);
}

/** Returns the number of each label, counted by its kind. */
function numberLabels(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const [, kind = '', name = ''] of text.matchAll(
    /(?:\{[^}\n]*#|\|\s*label:\s*["']?)((?:fig|tbl|eq|lst|thm|lem|cor|prp|def))-([\w-]+)/g,
  )) {
    const label = `${kind}-${name}`;
    if (numbers.has(label)) continue;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    numbers.set(label, counts.get(kind)!);
  }
  return numbers;
}

const shortcode = /\{\{<\s*([\w-]+)((?:\s+(?:[\w-]+=)?(?:"[^"]*"|'[^']*'|[^\s>"']+))*)\s*>\}\}/g;
const image =
  /(?:(^[ \t]*)|)!\[((?:[^[\]]|\[[^\]]*\](?:\([^)]*\))?)*)\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)(\{[^}\n]*\})?(?:([ \t]*$)|)/gm;
const formula =
  /\$\$[\s\S]*?\$\$|(?<![\\$\d])\$(?=[^\s$])[^$\n]*[^\s$\\]\$(?!\d)|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g;

function convertInline(
  text: string,
  context: QuartoContext,
  labels: ReadonlyMap<string, number>,
  cited: CitedWork[],
): string {
  const kept: string[] = [];
  const keep = (source: string) => `\uE000${kept.push(source) - 1}\uE001`;
  const withTags = text
    .replace(
      /\$\$([\s\S]*?)\$\$[ \t]*\{#(eq-[\w-]+)[^}]*\}/g,
      (_, tex: string, label: string) =>
        `<a id="${label}"></a>\n\n$$${tex.trimEnd()} \\tag{${labels.get(label)}}\n$$`,
    )
    .replace(/`([^`\n]*)`\{=html\}/g, '$1')
    .replace(/`[^`\n]*`\{=\w+\}/g, '')
    .replace(/`([^`\n]+)`\{[^}\n]*\}/g, '`$1`');
  const converted = withTags
    .replace(formula, keep)
    .replace(shortcode, (whole, name: string, args: string) => {
      const replacement = convertShortcode(name, splitArguments(args), context);
      return replacement === undefined ? whole : keep(replacement);
    })
    .replace(
      image,
      (
        _,
        start: string | undefined,
        caption: string,
        src: string,
        attributes = '',
        end?: string,
      ) => {
        const isBlock = start !== undefined && end !== undefined;
        return (
          (start ?? '') + showImage({ caption, src, attributes, isBlock }, labels) + (end ?? '')
        );
      },
    )
    .replace(
      /(?<!\\)\[-?@((fig|tbl|sec|eq|lst|thm|lem|cor|prp|def)-[\w-]+)\]|(?<![\p{L}\p{N}[/.])@((fig|tbl|sec|eq|lst|thm|lem|cor|prp|def)-[\w-]*\w)/gu,
      (whole, ...groups: (string | undefined)[]) => {
        const [label, kind] = [groups[0] ?? groups[2] ?? '', groups[1] ?? groups[3] ?? ''];
        const number = labels.get(label);
        const word = whole.startsWith('[-') ? '' : (findOwn(words, kind) ?? kind);
        return number === undefined && kind !== 'sec'
          ? whole
          : `[${[word, number].filter(Boolean).join(' ') || 'section'}](#${label})`;
      },
    )
    .replace(/^(#{1,6} .*?)[ \t]*\{([^}\n]*)\}[ \t]*$/gm, (_, heading: string, list: string) => {
      const id = /#([\w:.-]+)/.exec(list)?.[1];
      return id === undefined ? heading : `${heading} {#${id}}`;
    })
    .replace(
      /(?<!!)\[((?:[^[\]]|\[[^\]]*\])*)\](\([^)\n]*\))?\{[^}\n]*\}/g,
      (_, words: string, target = '') => (target === '' ? words : `[${words}]${target}`),
    )
    .replace(
      /^: (.*?)[ \t]*\{#(tbl-[\w-]+)[^}]*\}[ \t]*$/gm,
      (_, caption: string, label: string) =>
        `<a id="${label}"></a>*Table ${labels.get(label)}: ${caption}*`,
    )
    .replace(/^\. \. \.[ \t]*$/gm, '')
    .replace(/(?<=[\p{L}\p{N})\]])\^([^\s^\uE000]{1,20})\^/gu, '<sup>$1</sup>')
    .replace(/(?<=[\p{L}\p{N})])(?<!~)~([^\s~\uE000]{1,20})~(?!~)/gu, '<sub>$1</sub>');
  const withCitations = convertCitations(converted, context.works, cited);
  return withCitations.replace(
    /\uE000(\d+)\uE001/g,
    (_, index: string) => kept[Number(index)] ?? '',
  );
}

interface QuartoImage {
  caption: string;
  src: string;
  attributes: string;
  /** Whether it is alone on its line. */
  isBlock: boolean;
}

/** Returns a figure for an image with a caption on a line of its own, else an image. */
function showImage(
  { caption, src, attributes, isBlock }: QuartoImage,
  labels: ReadonlyMap<string, number>,
): string {
  const [, label = ''] = /#(fig-[\w-]+)/.exec(attributes) ?? [];
  const [, alt = ''] = /fig-alt=["']([^"']*)["']/.exec(attributes) ?? [];
  if (/youtu\.?be|vimeo\.com/.test(src) || /\.(mp4|webm)$/i.test(src)) return showVideo(src) ?? src;
  const number = labels.get(label);
  const text = [number === undefined ? '' : `Figure ${number}:`, caption].filter(Boolean).join(' ');
  if (!isBlock || text === '') return `![${alt || caption}](${src})`;
  const quote = (words: string) => `"${words.replace(/(["\\])/g, '\\$1')}"`;
  const anchor = label === '' ? '' : `<a id="${label}"></a>\n\n`;
  return `${anchor}{{< figure src=${quote(src)} alt=${quote(alt)} caption=${quote(text)} >}}`;
}

function splitArguments(args: string): string[] {
  return [...args.matchAll(/(?:[\w-]+=)?(?:"[^"]*"|'[^']*'|[^\s"']+)/g)].map(([one]) =>
    one.replace(/^((?:[\w-]+=)?)["'](.*)["']$/, '$1$2'),
  );
}

/** Shortcodes for icons and space, which have no words. */
const decoration =
  /^(fa|ai|bi|iconify|icon|pagebreak|lipsum|placeholder|appbreak|contents|now|countdown|brand|version|animate|tippy)$/;

/** Returns the Markdown for a shortcode; undefined for one that stays. */
function convertShortcode(
  name: string,
  args: readonly string[],
  { data, variables }: QuartoContext,
): string | undefined {
  const [first = ''] = args;
  if (decoration.test(name)) return '';
  if (name === 'video') return showVideo(first) ?? `{{< video src="${first}" >}}`;
  if (name === 'meta') return readPath(data, first) ?? '';
  if (name === 'var') return readPath(variables, first) ?? '';
  if (name === 'kbd') return `<kbd>${first}</kbd>`;
  if (name === 'pdf') return `[PDF](<${first}>)`;
  if (name === 'embed')
    return `[${first.replace(/#.*$/, '').split('/').at(-1)}](<${first.replace(/#.*$/, '')}>)`;
  return undefined;
}

function showVideo(address: string): string | undefined {
  const [, youtube] =
    /youtu(?:be(?:-nocookie)?\.com\/(?:embed\/|watch\?v=)|\.be\/)([\w-]+)/.exec(address) ?? [];
  const [, vimeo] = /vimeo\.com\/(?:video\/)?(\d+)/.exec(address) ?? [];
  if (youtube !== undefined) return `{{< youtube ${youtube} >}}`;
  return vimeo === undefined ? undefined : `{{< vimeo ${vimeo} >}}`;
}

function readPath(data: unknown, path: string): string | undefined {
  const value = path
    .split('.')
    .reduce<unknown>((at, key) => (isMap(at) ? findOwn(at, key) : undefined), data);
  const items = Array.isArray(value) ? (value as unknown[]) : [value];
  const texts = items.flatMap((one) => readText(isMap(one) ? one['name'] : one) ?? []);
  return texts.length === 0 ? undefined : texts.join(', ');
}

/** Puts a line of `---` before each heading that begins a slide, and the title on the first slide. */
export function toSlides(body: string, data: Readonly<Record<string, unknown>>): string {
  const level = Number(readText(data['slide-level'])) || 2;
  const heading = new RegExp(`^#{1,${level}} `);
  const lines: string[] = [];
  let isCode = false;
  for (const line of body.trim().split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) isCode = !isCode;
    const last = lines.findLast((one) => one.trim() !== '');
    if (!isCode && heading.test(line) && last !== undefined && last !== '---')
      lines.push('', '---', '');
    lines.push(line);
  }
  const title = readText(data['title']);
  const subtitle = readText(data['subtitle']);
  const first =
    title === undefined ? '' : `# ${title}\n\n${subtitle === undefined ? '' : `${subtitle}\n\n`}`;
  const slides = lines.join('\n');
  return `${first}${first === '' || slides === '' || /^---/.test(slides) ? '' : '---\n\n'}${slides}\n`;
}
