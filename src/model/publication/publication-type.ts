/** A kind of publication, as pages name it and as CSL 1.0.2 does. */
export interface PublicationType {
  csl: string;
  name: string;
  /** Several of them. */
  plural: string;
}

const types: [csl: string, name: string, plural: string, number?: string][] = [
  ['paper-conference', 'Conference paper', 'Conference papers', '1'],
  ['article-journal', 'Journal article', 'Journal articles', '2'],
  ['article', 'Preprint', 'Preprints', '3'],
  ['report', 'Report', 'Reports', '4'],
  ['book', 'Book', 'Books', '5'],
  ['chapter', 'Book chapter', 'Book chapters', '6'],
  ['thesis', 'Thesis', 'Theses', '7'],
  ['patent', 'Patent', 'Patents', '8'],
  ['article-magazine', 'Magazine article', 'Magazine articles'],
  ['article-newspaper', 'Newspaper article', 'Newspaper articles'],
  ['dataset', 'Dataset', 'Datasets'],
  ['software', 'Software', 'Software'],
  ['manuscript', 'Manuscript', 'Manuscripts'],
];

/**
 * The type that an author's words mean: the numbers of Hugo Academic's legend, words of CSL, or the
 * name itself. `0` and what nobody knows say nothing.
 */
export function toPublicationType(written: readonly string[]): PublicationType | undefined {
  for (const word of written) {
    const wanted = word.trim().toLowerCase();
    const found = types.find(
      ([csl, name, , number]) =>
        wanted === csl || wanted === number || wanted === name.toLowerCase(),
    );
    if (found) return { csl: found[0], name: found[1], plural: found[2] };
  }
  return undefined;
}
