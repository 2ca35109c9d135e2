import { findOwn } from '../../schema/own-value.ts';
import { toAngle, toNumber, toQuantity, toUnit } from './si-units.ts';

/** Symbols that are read without the subscript or superscript that they are in: `M_\odot`, M⊙. */
const raisedSymbols: Readonly<Record<string, string>> = {
  ...{ odot: '⊙', oplus: '⊕', otimes: '⊗', star: '⋆', ast: '*', dagger: '†', ddagger: '‡' },
  ...{ dag: '†', ddag: '‡', prime: '′', perp: '⊥', parallel: '∥', bullet: '•' },
};
const raisedSymbol = /[_^]\s*(?:\{\s*\\([a-zA-Z]+)\s*\}|\\([a-zA-Z]+)(?![a-zA-Z]))/g;
const degree = /\^\s*(?:\{\s*\\circ\s*\}|\\circ(?![a-zA-Z])\s*)|\\(?:text)?degree(?![a-zA-Z])\s*/g;
const fontSwitch = /\\(?:cal|bf|it|sf|tt|sl|sc|em|mit|frak|scr|bold)(?![a-zA-Z])\s*/g;
const unit =
  /\\(SI|qty|num|si|unit|ang)(?:\[[^\]]*\])?\s*\{([^{}]*)\}(?:\s*\{((?:[^{}]|\{[^{}]*\})*)\})?/g;
const chemistry = /\\(?:ce|chem)\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g;
/** Greek letters of the package `upgreek`, upright in formulas. */
const uprightGreek: Readonly<Record<string, string>> = {
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', zeta: 'ζ' },
  ...{ eta: 'η', theta: 'θ', vartheta: 'ϑ', iota: 'ι', kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν' },
  ...{ xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', upsilon: 'υ', phi: 'φ', varphi: 'φ' },
  ...{ chi: 'χ', psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ' },
  ...{ Xi: 'Ξ', Pi: 'Π', Sigma: 'Σ', Upsilon: 'Υ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω' },
};
/** Commands that mean upright text in formulas, in Unicode: `\textmu`, `\upalpha`, `\Updelta`. */
export const textCommands: Readonly<Record<string, string>> = {
  ...{ celsius: '°C', textcelsius: '°C', textmu: 'µ', micro: 'µ', AA: 'Å', angstrom: 'Å' },
  ...{ textendash: '–', textemdash: '—', textquoteright: '’', texteuro: '€', euro: '€' },
  ...Object.fromEntries(
    Object.entries(uprightGreek).flatMap(([name, letter]) => [
      [`up${name}`, letter],
      ...(/^[A-Z]/.test(name) ? [[`Up${name.toLowerCase()}`, letter]] : []),
    ]),
  ),
};
/** These, and commands that formulas show in another form. */
const signs: Readonly<Record<string, string>> = {
  ...textCommands,
  ...{ slash: '/', mathplus: '+', textohm: 'Ω', ohm: 'Ω', idotsint: '∫⋯∫', iddots: '⋰' },
};
const sign = new RegExp(`\\\\(${Object.keys(signs).join('|')})(?![a-zA-Z])(?:\\{\\})?\\s*`, 'g');
/** Commands of which only the last argument is text. */
const decorated =
  /\\(?:bbox(?:\[[^\]]*\])?|(?:href|class|cssId|style|enclose|textcolor)\s*\{[^{}]*\})\s*\{([^{}]*)\}/g;
const character = /\\unicode(?:\[[^\]]*\])?\{(?:[xX"]([0-9a-fA-F]{1,6})|(\d{1,7}))\}/g;

/**
 * Replaces commands of LaTeX packages, and symbols in subscripts and superscripts, with TeX that has a
 * form in Unicode: `^\circ` → `°`, `\SI{5}{\metre}` → `5\,\text{m}`, `\ce{H2O}` → `H_{2}O`.
 */
export function simplifyPackages(tex: string): string {
  if (!/\\[a-zA-Z]/.test(tex)) return tex;
  return tex
    .replace(degree, '°')
    .replace(raisedSymbol, (found, braced?: string, bare?: string) => {
      return findOwn(raisedSymbols, braced ?? bare ?? '') ?? found;
    })
    .replace(unit, (_, name: string, first: string, second = '') => toUnitTex(name, first, second))
    .replace(chemistry, (_, formula: string) => toChemistryTex(formula))
    .replace(sign, (_, name: string) => signs[name]!)
    .replace(decorated, '$1')
    .replace(character, (found, hex?: string, decimal?: string) => {
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : found;
    })
    .replace(/\\(?:mathbbm|mathds)\s*\{1\}/g, '𝟙')
    .replace(/\\(?:mathbbm|mathds)(?![a-zA-Z])/g, '\\mathbb')
    .replace(fontSwitch, '');
}

function toUnitTex(name: string, first: string, second: string): string {
  switch (name) {
    case 'num':
      return toNumber(first) + second;
    case 'ang':
      return toAngle(first).replaceAll('\\degree', '°') + second;
    case 'si':
    case 'unit':
      return toUnit(first) + second;
    default:
      return toQuantity(first, second);
  }
}

/** Returns the TeX of a chemical formula in the syntax of mhchem. */
function toChemistryTex(formula: string): string {
  return formula
    .replace(/<=>|<-->/g, '⇌')
    .replace(/<->/g, '↔')
    .replace(/->/g, '→')
    .replace(/(?<=[a-zA-Z)\]])(\d+)/g, '_{$1}')
    .replace(/(?<=[a-zA-Z}\d])([+-])(?=$|[\s,;)\]])/g, '^{$1}');
}

/** Adds the space between a number and degrees of temperature that TeX writes without one: 5 °C. */
export function separateDegrees(text: string): string {
  return text.includes('°') ? text.replace(/(?<=\d)°(?=[CF](?![a-zA-Z]))/g, ' °') : text;
}
