/** Colours that HugoBlox names, in the shade in which it sets links: those of Tailwind CSS. */
const named: Readonly<Record<string, string>> = {
  red: '#b91c1c',
  orange: '#c2410c',
  amber: '#b45309',
  yellow: '#a16207',
  lime: '#4d7c0f',
  green: '#15803d',
  emerald: '#047857',
  teal: '#0f766e',
  cyan: '#0e7490',
  sky: '#0369a1',
  blue: '#1d4ed8',
  violet: '#6d28d9',
  purple: '#7e22ce',
  fuchsia: '#a21caf',
  pink: '#be185d',
  rose: '#be123c',
};

/** The colour of the old theme, where its author chose a plain one. Indigo is what the theme comes with. */
export function accentOf(written: string | undefined): string | undefined {
  const digits = /^#?([0-9a-f]{6})$/i.exec(written ?? '')?.[1];
  return digits === undefined ? named[written?.toLowerCase() ?? ''] : `#${digits.toLowerCase()}`;
}
