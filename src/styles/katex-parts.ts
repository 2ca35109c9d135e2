/** Which half of KaTeX's style sheet: what nearly every formula needs, or what few have. */
export type KatexPart = 'common' | 'rare';

const sizes = [5, 7, 8, 9, 10, 11];

/**
 * Classes by which a formula tells that it needs the rare half: letters of other kinds than those of
 * most papers, sizes beside text, script and script of script, diagrams, boxes, numbers of equations.
 */
export const rareKatexClasses: readonly string[] = [
  ...['katex-version', 'fleqn', 'leqno', 'eqn-num', 'mml-eqn-num', 'mtr-glue', 'newline'],
  ...['textit', 'mathit', 'textsf', 'mathsf', 'texttt', 'mathtt', 'textscr', 'mathscr'],
  ...['textfrak', 'mathfrak', 'textboldfrak', 'mathboldfrak', 'textboldsf', 'mathboldsf'],
  ...['textitsf', 'mathitsf', 'mathsfit', 'mainrm'],
  ...['fbox', 'fcolorbox', 'boxpad', 'angl', 'anglpad', 'sout', 'cancel-pad', 'cancel-lap'],
  ...['cd-arrow-pad', 'cd-vert-arrow', 'cd-label-left', 'cd-label-right', 'halfarrow-left'],
  ...['halfarrow-right', 'hdashline', 'vbox', 'hbox', 'thinbox', 'fontsize-ensurer'],
  ...[2, 4, ...sizes].map((size) => `reset-size${size}`),
  ...sizes.map((size) => `size${size}`),
];

const rare = new Set(rareKatexClasses);
const rareFaces = /KaTeX_(?:Fraktur|SansSerif|Script|Typewriter|Main-Italic|Main-BoldItalic)/;

/** One half of KaTeX's minified style sheet; both together are the whole of it. */
export function katexPart(css: string, part: KatexPart): string {
  const rules = [...css.matchAll(/([^{}]+)(\{[^{}]*\})/g)];
  return rules
    .map(([, selectors = '', body = '']) => {
      const isFace = selectors === '@font-face';
      const kept = isFace
        ? [selectors].filter(() => rareFaces.test(body) === (part === 'rare'))
        : selectors.split(',').filter((one) => isRare(one) === (part === 'rare'));
      return kept.length > 0 ? kept.join(',') + body : '';
    })
    .join('');
}

function isRare(selector: string): boolean {
  return [...selector.matchAll(/\.([\w-]+)/g)].some(([, name = '']) => rare.has(name));
}
