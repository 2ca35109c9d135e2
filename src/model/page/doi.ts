const resolver = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i;
const doi = /^10\.\d{4,9}\/\S+$/;
const arxivId = /(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?\/\d{7}(?:v\d+)?)/;
const wholeArxivId = new RegExp(`^(?:arxiv:)?\\s*${arxivId.source}$`, 'i');
const namedArxivId = new RegExp(
  `(?:arxiv\\.org/(?:abs|pdf|html)/|10\\.48550/arxiv\\.|arxiv:\\s*)${arxivId.source}`,
  'i',
);

/** A DOI without its resolver, capitals as written: `https://doi.org/10.1000/Ab` → `10.1000/Ab`. */
export function toDoi(text: string): string | undefined {
  const plain = text.trim().replace(resolver, '');
  return doi.test(plain) ? plain : undefined;
}

/** An arXiv identifier that stands alone: `arXiv:2001.01234v2` → `2001.01234v2`. */
export function toArxivId(text: string): string | undefined {
  return wholeArxivId.exec(text.trim())?.[1];
}

/** An arXiv identifier in an address, in a DOI of arXiv's, or in `arXiv preprint arXiv:2001.01234`. */
export function findArxivId(text: string): string | undefined {
  return namedArxivId.exec(text)?.[1];
}

/** A DOI as written, without what some write before it; nothing is said of whether it is one. */
export function stripDoiPrefix(written: string): string {
  return written.trim().replace(/^(doi:\s*|https?:\/\/(dx\.)?doi\.org\/)/i, '');
}
