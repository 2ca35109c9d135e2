import { findOwn } from '../../schema/own-value.ts';

/** Commands of the package siunitx, for quantities, numbers and units, as TeX that KaTeX knows. */

const prefixes: Readonly<Record<string, string>> = {
  ...{ quecto: 'q', ronto: 'r', yocto: 'y', zepto: 'z', atto: 'a', femto: 'f', pico: 'p' },
  ...{ nano: 'n', micro: 'µ', milli: 'm', centi: 'c', deci: 'd', deca: 'da', deka: 'da' },
  ...{ hecto: 'h', kilo: 'k', mega: 'M', giga: 'G', tera: 'T', peta: 'P', exa: 'E', zetta: 'Z' },
  ...{ yotta: 'Y', kibi: 'Ki', mebi: 'Mi', gibi: 'Gi', tebi: 'Ti' },
};

const units: Readonly<Record<string, string>> = {
  ...{ ampere: 'A', candela: 'cd', kelvin: 'K', kilogram: 'kg', gram: 'g', metre: 'm', meter: 'm' },
  ...{ mole: 'mol', second: 's', becquerel: 'Bq', celsius: '°C', degreeCelsius: '°C' },
  ...{ coulomb: 'C', farad: 'F', gray: 'Gy', hertz: 'Hz', henry: 'H', joule: 'J', lumen: 'lm' },
  ...{ katal: 'kat', lux: 'lx', newton: 'N', ohm: 'Ω', pascal: 'Pa', radian: 'rad', siemens: 'S' },
  ...{ sievert: 'Sv', steradian: 'sr', tesla: 'T', volt: 'V', watt: 'W', weber: 'Wb', day: 'd' },
  ...{ degree: '°', arcminute: '′', arcsecond: '″', hectare: 'ha', hour: 'h', litre: 'L' },
  ...{ liter: 'L', minute: 'min', tonne: 't', angstrom: 'Å', bar: 'bar', barn: 'b', bel: 'B' },
  ...{ decibel: 'dB', neper: 'Np', dalton: 'Da', electronvolt: 'eV', knot: 'kn', mmHg: 'mmHg' },
  ...{ nauticalmile: 'M', astronomicalunit: 'au', parsec: 'pc', lightyear: 'ly', bit: 'bit' },
  ...{ byte: 'B', percent: '%', gauss: 'G', erg: 'erg', year: 'a', atomicmassunit: 'u' },
  ...{ nm: 'nm', um: 'µm', mm: 'mm', cm: 'cm', km: 'km', kg: 'kg', ms: 'ms', us: 'µs', ns: 'ns' },
  ...{ Hz: 'Hz', kHz: 'kHz', MHz: 'MHz', GHz: 'GHz', eV: 'eV', keV: 'keV', MeV: 'MeV' },
  ...{ GeV: 'GeV', TeV: 'TeV', mV: 'mV', kV: 'kV', mW: 'mW', kW: 'kW', kJ: 'kJ', kPa: 'kPa' },
};

const powersBefore: Readonly<Record<string, string>> = { square: '2', cubic: '3' };
const powersAfter: Readonly<Record<string, string>> = { squared: '2', cubed: '3' };

/** A command, a superscript in braces or of one character, or another character. */
const unitPart = /\\([a-zA-Z]+)|\^(?:\{([^{}]*)\}|(.))|([a-zA-Zµ°Ωμ%]+)|./gu;

/** Returns the TeX of a unit: `\kilo\metre\per\second`, or letters such as `m.s^{-1}`. */
export function toUnit(source: string): string {
  const parts: { symbol: string; power: string }[] = [];
  let prefix = '';
  let isDivisor = false;
  let power = '';
  const text = source.replace(/\\(?:tothe|raiseto)\s*\{([^{}]*)\}/g, '^{$1}');
  const add = (symbol: string) => {
    parts.push({ symbol: prefix + symbol, power: (isDivisor ? '-' : '') + (power || '1') });
    [prefix, power, isDivisor] = ['', '', false];
  };
  for (const [part, command = '', group, single, letters] of text.matchAll(unitPart)) {
    const raised = group ?? single ?? findOwn(powersAfter, command);
    const raisesNext = findOwn(powersBefore, command);
    const symbolBefore = findOwn(prefixes, command);
    const last = parts.at(-1);
    if (raised !== undefined) {
      if (last) last.power = (last.power.startsWith('-') ? '-' : '') + raised;
    } else if (letters !== undefined) add(letters);
    else if (part === '/' || command === 'per') isDivisor = true;
    else if (command === '') continue;
    else if (raisesNext !== undefined) power = raisesNext;
    else if (symbolBefore !== undefined) prefix = symbolBefore;
    else add(findOwn(units, command) ?? `\\${command} `);
  }
  if (prefix !== '') add('');
  return parts
    .map(({ symbol, power: exponent }) => {
      const base = /^[%]$/.test(symbol) ? '\\%' : `\\text{${symbol.replace('%', '\\%')}}`;
      const unit = symbol.startsWith('\\') ? symbol : base;
      return exponent === '1' ? unit : `${unit}^{${exponent}}`;
    })
    .join('\\,');
}

const numberParts =
  /^\s*([-+]|\\(?:pm|mp|approx|sim|le|ge|lt|gt)|[<>≤≥~])?\s*(\d[\d ~]*)?(?:[.,](\d*))?\s*(\([\d.]+\))?\s*(?:(?:\+-|\\pm|±)\s*([\d.]+))?\s*(?:[eEdD]\s*([-+]?\d+))?\s*$/;

/** Returns the TeX of a number: `1.5e-3` as 1.5 × 10⁻³, `12345` with a space between thousands. */
export function toNumber(source: string): string {
  const found = numberParts.exec(source);
  if (!found || source.trim() === '') return source;
  const [, sign = '', whole, fraction, uncertainty = '', error, exponent] = found;
  const digits = whole?.replace(/[ ~]/g, '') ?? '';
  const shownFraction = fraction === undefined || fraction === '' ? '' : `.${groupAfter(fraction)}`;
  const mantissa =
    digits === '' && shownFraction === '' ? '' : (groupBefore(digits) || '0') + shownFraction;
  const value = mantissa + uncertainty + (error === undefined ? '' : `\\pm${error}`);
  const bracketed = error !== undefined && exponent !== undefined ? `(${value})` : value;
  if (exponent === undefined) return sign + bracketed;
  const power = `10^{${exponent.replace(/^\+/, '')}}`;
  return sign + (bracketed === '' ? power : `${bracketed}\\times${power}`);
}

/** As siunitx does, groups five or more digits. */
function groupBefore(digits: string): string {
  return digits.length < 5 ? digits : digits.replace(/(?<=\d)(?=(?:\d{3})+$)/g, '\\,');
}

function groupAfter(digits: string): string {
  return digits.length < 5 ? digits : digits.replace(/(\d{3})(?=\d)/g, '$1\\,');
}

/** Returns the TeX of a quantity. No space is before the signs of angles. */
export function toQuantity(number: string, unit: string): string {
  const value = toNumber(number);
  const isAngle = /^\s*(?:\\(?:degree|arcminute|arcsecond)(?![a-zA-Z])|°)\s*$/.test(unit);
  return `${value}${isAngle || value === '' ? '' : '\\,'}${toUnit(unit)}`;
}

/** Returns the TeX of an angle: `12.3`, or `1;2;3` for degrees, minutes and seconds. */
export function toAngle(source: string): string {
  const marks = ['°', "'", "''"];
  return source
    .split(';')
    .map((part, i) =>
      part.trim() === '' ? '' : toNumber(part) + (i === 0 ? '\\degree' : marks[i]),
    )
    .join('');
}
