const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  copy: '©',
  ndash: '–',
  mdash: '—',
};

/** Words that the old theme set as HTML, as they were read: `Accomplish&shy;ments`, `<i></i> News`. */
export function plainWords(written: string): string {
  return written
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&([a-z]+);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
