/** The rules of KaTeX's style sheet that nearly every formula needs, or those that few need. */
export type KatexPart = 'common' | 'rare';

const sizes = [5, 7, 8, 9, 10, 11];

/**
 * The classes of formulas that need the rare rules: alphabets that most papers do not use, sizes other
 * than text, script and scriptscript, diagrams, boxes, equation numbers.
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

/** Returns one of the two parts of KaTeX's minified style sheet. Every rule is in one of them. */
export function selectKatexRules(css: string, part: KatexPart): string {
  const rules = [...css.matchAll(/([^{}]+)(\{[^{}]*\})/g)];
  return rules
    .map(([, selectors = '', body = '']) => {
      const isFontFace = selectors === '@font-face';
      const kept = isFontFace
        ? [selectors].filter(() => rareFaces.test(body) === (part === 'rare'))
        : selectors.split(',').filter((selector) => isRare(selector) === (part === 'rare'));
      return kept.length > 0 ? kept.join(',') + body : '';
    })
    .join('');
}

function isRare(selector: string): boolean {
  return [...selector.matchAll(/\.([\w-]+)/g)].some(([, name = '']) => rare.has(name));
}
