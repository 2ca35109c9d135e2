/**
 * A name for comparing: accents and capitals aside, and with hyphens for spaces, so that `Łucía Pérez`
 * is what `łucia-perez` is. Nothing is guessed: initials and orders of names differ.
 */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .trim()
    .replace(/[\s_-]+/g, '-');
}
