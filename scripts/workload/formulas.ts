import { pickInteger, pickItem, type Random } from './random.ts';

/** Inline formulas in TeX: `@` is replaced by a variable, `#` by a small integer. */
const inlineFormulas = [
  '@_{#}',
  '@^{#}',
  '@ \\in \\mathbb{R}^{d}',
  '\\alpha + \\beta @',
  'O(n \\log n)',
  'f(@) = @^{2} + #',
  '\\epsilon > 0',
  '\\sqrt{@}',
  '\\frac{1}{#}',
  '\\sigma(@)',
  '\\lVert @ \\rVert_{2}',
  '\\operatorname{rank}(@) \\le #',
  'p(@ \\mid \\theta)',
  '\\nabla f(@)',
  '\\partial \\Omega',
  '@ \\mapsto @^{-1}',
  '\\lambda_{\\max}',
  '1 \\le k \\le #',
  // Plain CommonMark damages these.
  '\\mathbb{E}_{@}[f] + \\mathbb{E}_{q}[g]',
  '\\hat{@}_{i} - \\bar{@}_{j}',
  '\\{ @ : @ > 0 \\}',
  '@^{*} w^{*}',
  'a < b \\text{ and } b > c',
  '\\mathcal{L}_{\\theta}(@_{i}, @_{j})',
  '@\\,\\mathrm{d}@',
  '\\tilde{@}_{t}^{*} + \\tilde{u}_{t}^{*}',
];

const displayFormulas = [
  '@ = \\int_{0}^{\\infty} e^{-t^{2}} \\, dt',
  '\\hat{@} = \\arg\\min_{@} \\; \\lVert A @ - b \\rVert_{2}^{2} + \\lambda \\lVert @ \\rVert_{1}',
  '\\sum_{k=1}^{#} \\frac{1}{k^{2}} < \\frac{\\pi^{2}}{6}',
  '\\frac{\\partial u}{\\partial t} = \\kappa \\, \\nabla^{2} u + @',
  '\\mathbb{P}\\left( | @ - \\mu | \\ge t \\right) \\le 2 \\exp\\left( -\\frac{n t^{2}}{2 \\sigma^{2}} \\right)',
  '\\begin{aligned} @_{n+1} &= @_{n} - \\eta \\nabla f(@_{n}) \\\\ \\eta &= \\frac{1}{#} \\end{aligned}',
  'A = \\begin{pmatrix} a_{11} & a_{12} \\\\ a_{21} & a_{22} \\end{pmatrix}',
  '\\mathcal{L}_{\\theta} = -\\mathbb{E}_{q}[\\log p_{\\theta}(@)] + \\mathrm{KL}(q \\,\\|\\, p)',
];

const variables = ['x', 'y', 'z', 'u', 'v', 'w', 'X', 'Y', 'T', 'M'];

export function makeInlineFormula(random: Random): string {
  return fillIn(random, pickItem(random, inlineFormulas));
}

export function makeDisplayFormula(random: Random): string {
  return fillIn(random, pickItem(random, displayFormulas));
}

/** Returns `count` inline formulas. */
export function makeInlineFormulas(random: Random, count: number): string[] {
  return Array.from({ length: count }, () => makeInlineFormula(random));
}

function fillIn(random: Random, template: string): string {
  const variable = pickItem(random, variables);
  const number = String(pickInteger(random, 2, 12));
  return template.replaceAll('@', variable).replaceAll('#', number);
}
