const resolverPrefix = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i;
const doiPattern = /^10\.\d{4,9}\/\S+$/;
const arxivIdPattern = /(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?\/\d{7}(?:v\d+)?)/;
const wholeArxivIdPattern = new RegExp(`^(?:arxiv:)?\\s*${arxivIdPattern.source}$`, 'i');
const prefixedArxivIdPattern = new RegExp(
  `(?:arxiv\\.org/(?:abs|pdf|html)/|10\\.48550/arxiv\\.|arxiv:\\s*)${arxivIdPattern.source}`,
  'i',
);

/** Returns a DOI without its resolver, in its own case: `https://doi.org/10.1000/Ab` → `10.1000/Ab`. */
export function toDoi(text: string): string | undefined {
  const doi = text.trim().replace(resolverPrefix, '');
  return doiPattern.test(doi) ? doi : undefined;
}

/** Returns a text that is only an arXiv identifier: `arXiv:2001.01234v2` → `2001.01234v2`. */
export function toArxivId(text: string): string | undefined {
  return wholeArxivIdPattern.exec(text.trim())?.[1];
}

/** Finds an arXiv identifier in an address, in a DOI of arXiv, or in `arXiv preprint arXiv:2001.01234`. */
export function findArxivId(text: string): string | undefined {
  return prefixedArxivIdPattern.exec(text)?.[1];
}

/** Returns a DOI without the prefix that some authors write. Does not check that it is a DOI. */
export function stripDoiPrefix(text: string): string {
  return text.trim().replace(/^(doi:\s*|https?:\/\/(dx\.)?doi\.org\/)/i, '');
}
