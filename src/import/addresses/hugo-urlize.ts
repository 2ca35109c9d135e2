import type { HugoSettings } from '../old-site/hugo-settings.ts';

/** What of a text stays in an address. */
type Urlize = (text: string) => string;

type Rules = Pick<HugoSettings, 'removePathAccents' | 'disablePathToLower'>;

const allowed = /^(?:[\p{L}\p{Nd}\p{M}./\\_#+~@-]|%[0-9a-f]{2})$/iu;

/**
 * What Hugo makes of titles, names and whole paths: letters, digits and a few signs stay, blanks become
 * one hyphen. Of the three rules the first is that of Hugo 0.111 and later; older versions treat several
 * blanks and hyphens in a row otherwise.
 */
export function urlizers(rules: Rules): [Urlize, ...Urlize[]] {
  const finish = (text: string) => {
    const plain = rules.removePathAccents ? withoutAccents(text) : text;
    return rules.disablePathToLower ? plain : plain.toLowerCase();
  };
  return [
    (text) => finish(keepingHyphens(text)),
    (text) => finish(collapsing(text)),
    (text) => finish(oneByOne(text)),
  ];
}

function keepingHyphens(text: string): string {
  let result = '';
  let blank = false;
  for (const sign of withEscapes(text)) {
    if (allowed.test(sign)) {
      result += blank && sign !== '-' ? `-${sign}` : sign;
      blank = false;
    } else if (/\s/.test(sign) && result !== '' && !result.endsWith('-')) blank = true;
  }
  return result;
}

function collapsing(text: string): string {
  let result = '';
  let blank = false;
  for (const sign of withEscapes(text)) {
    if (sign !== '-' && sign !== '@' && allowed.test(sign)) {
      result += blank ? `-${sign}` : sign;
      blank = false;
    } else if (/[\s-]/.test(sign) && result !== '') blank = true;
  }
  return result;
}

function oneByOne(text: string): string {
  return withEscapes(text.trim().replaceAll(' ', '-'))
    .filter((sign) => sign !== '@' && allowed.test(sign))
    .join('');
}

/** The signs of a text; `%20` is one. */
function withEscapes(text: string): string[] {
  return text.match(/%[0-9a-f]{2}|[\s\S]/giu) ?? [];
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}
