/** A kind of publication, as pages name it and as CSL 1.0.2 does. */
export interface PublicationType {
  csl: string;
  name: string;
}

const types: [csl: string, name: string, number?: string][] = [
  ['paper-conference', 'Conference paper', '1'],
  ['article-journal', 'Journal article', '2'],
  ['article', 'Preprint', '3'],
  ['report', 'Report', '4'],
  ['book', 'Book', '5'],
  ['chapter', 'Book chapter', '6'],
  ['thesis', 'Thesis', '7'],
  ['patent', 'Patent', '8'],
  ['dataset', 'Dataset'],
  ['software', 'Software'],
  ['manuscript', 'Manuscript'],
];

/**
 * The type that an author's words mean: the numbers of Hugo Academic's legend, words of CSL, or the
 * name itself. `0` and what nobody knows say nothing.
 */
export function toPublicationType(written: readonly string[]): PublicationType | undefined {
  for (const word of written) {
    const wanted = word.trim().toLowerCase();
    const found = types.find(
      ([csl, name, number]) => wanted === csl || wanted === number || wanted === name.toLowerCase(),
    );
    if (found) return { csl: found[0], name: found[1] };
  }
  return undefined;
}
