import { findFormulaError } from './formula-errors.ts';

/** LaTeX environments that KaTeX does not have, and their replacements. */
const environments: Record<string, [string, string]> = {
  displaymath: ['', ''],
  subequations: ['', ''],
  center: ['', ''],
  eqnarray: ['\\begin{darray}{rcl}', '\\end{darray}'],
  flalign: ['\\begin{align*}', '\\end{align*}'],
  multline: ['\\begin{gather*}', '\\end{gather*}'],
};
/** Environments that KaTeX allows only in displayed formulas, and those that it allows everywhere. */
const innerEnvironments: Record<string, string> = {
  ...{ align: 'aligned', alignat: 'alignedat', gather: 'gathered', split: 'aligned' },
};

/** How a formula is shown. */
interface FormulaUse {
  /** On a line of its own. Default: true, in which KaTeX allows more. */
  display?: boolean;
  /** The definitions of the author's macros in it. */
  definitions?: string;
}

/**
 * Repairs TeX of old pages so that KaTeX can read it: `D\_1` and `^\*`, escaped for Markdown;
 * backslashes doubled for Markdown or in quotes; labels; environments that KaTeX lacks.
 * Returns other formulas unchanged.
 */
export function repairFormula(tex: string, use: FormulaUse = {}): string {
  if (!tex.includes('\\')) return tex;
  return halveBackslashes(unescapeMarks(renameEnvironments(tex, use)), use);
}

function renameEnvironments(tex: string, { display = true }: FormulaUse): string {
  if (!/\\begin|\\label|\\l?eqno/.test(tex)) return tex;
  const renamed = tex
    .replace(
      /\\(begin|end)\{(displaymath|eqnarray|flalign|multline|subequations|center)\*?\}/g,
      (_, side, name) => {
        const [begin, end] = environments[String(name)] ?? ['', ''];
        return side === 'begin' ? begin : end;
      },
    )
    .replace(/\\begin\{IEEEeqnarray\*?\}\{[^{}]*\}/g, '\\begin{darray}{rcl}')
    .replace(/\\end\{IEEEeqnarray\*?\}/g, '\\end{darray}')
    .replace(/\\begin\{tabular\}/g, '\\begin{array}')
    .replace(/\\end\{tabular\}/g, '\\end{array}')
    .replace(/(?<=\\begin\{array\}\{)(?:[^{}]|\{[^{}]*\})*(?=\})/g, simplifyColumns)
    .replace(/\\label\{[^{}]*\}/g, '')
    .replace(/\\l?eqno\s*(?:\(([^()]*)\)|\{([^{}]*)\})\s*$/, (_, round, curly) =>
      display ? `\\tag{${String(round ?? curly)}}` : '',
    );
  if (display) return renamed;
  return renamed
    .replace(/\\(begin|end)\{(align|alignat|gather|split)\*?\}/g, (_, side, name) => {
      return `\\${side}{${innerEnvironments[String(name)]}}`;
    })
    .replace(/\\(begin|end)\{equation\*?\}/g, '');
}

/** Returns the columns of an array without the spaces between them and the widths of paragraphs. */
function simplifyColumns(columns: string): string {
  return columns.replace(/[@!><]\{[^{}]*\}/g, '').replace(/[pmb]\{[^{}]*\}/g, 'l');
}

/** Unescapes `\*` and `\_`. A formula that also has a bare `_`, or text, keeps `\_`. */
function unescapeMarks(tex: string): string {
  const repaired = tex.replace(/(?<!\\)\\\*/g, '*');
  if (!/\\_/.test(repaired) || /\\(text|mathtt|texttt|mathrm|operatorname)/.test(repaired))
    return repaired;
  const pattern = /(?<!\\)_/.test(repaired) ? /(?<!\\)\\_(?=\{)/g : /(?<!\\)\\_/g;
  return repaired.replace(pattern, '_');
}

/** The longest formula of which two readings are compared, in characters. */
const maxCompared = 2000;
/** What only a formula with a backslash too many has: four in a row, or two before a sign outside rows. */
const fourBackslashes = /\\{4}/;
const escapedSign = /\\\\[{}|,;:!]/;
const rows = /\\begin\{|\\(?:matrix|[pbv]matrix|cases|eqalign|substack)(?![a-zA-Z])/;

/**
 * Halves doubled backslashes. Markdown shows one of two, so that authors of old sites wrote `\\{` and
 * `\\\\` for what Hugo should pass on as `\{` and `\\`. Both readings are tried: the one that can be
 * typeset is right, and of two that can the one that its backslashes suggest.
 */
function halveBackslashes(tex: string, { display = true, definitions = '' }: FormulaUse): string {
  if (!tex.includes('\\\\') || tex.length > maxCompared) return tex;
  const halved = tex.replace(/\\\\/g, '\\');
  const isValid = (reading: string) => !findFormulaError(reading, display, definitions);
  const suggestsHalved =
    fourBackslashes.test(tex) ||
    isDoubled(tex) ||
    (escapedSign.test(tex) && !rows.test(tex) && !/\\\\\s*$/.test(tex));
  if (suggestsHalved) return isValid(halved) ? halved : tex;
  return isValid(tex) || !isValid(halved) ? tex : halved;
}

/** Returns whether all backslashes are doubled, and some of them before the name of a command. */
function isDoubled(tex: string): boolean {
  const runs = [...tex.matchAll(/\\+/g)].map(([run]) => run.length);
  return runs.every((length) => length % 2 === 0) && /\\\\[a-zA-Z]{2,}/.test(tex);
}
