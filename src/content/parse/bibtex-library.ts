import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as Library from '@retorquere/bibtex-parser';

const require = createRequire(import.meta.url);

/** Parses BibTeX. The library is loaded when the first .bib file is read, because that takes 50 ms. */
export const parse: typeof Library.parse = (...options) => load().parse(...options);

function load() {
  // The CommonJS version of the package does not load.
  const file = fileURLToPath(import.meta.resolve('@retorquere/bibtex-parser'));
  return require(file) as typeof Library;
}
