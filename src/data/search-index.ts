export { buildSearchIndex } from '../content/search-index.ts';
