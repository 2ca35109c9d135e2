/** The part of Citation.js that is used here; it comes without types. */
declare module '@citation-js/core' {
  export const plugins: {
    input: { chain(text: string, options: { generateGraph: false }): unknown };
    output: { format(format: string, data: unknown[], options?: object): string };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
