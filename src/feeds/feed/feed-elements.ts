/**
 * What a feed may hold: text, links, lists, tables, pictures and players, which FreshRSS keeps and
 * Miniflux keeps or lays open. An element that is in neither list gives way to its content.
 */
export const elements: ReadonlySet<string> = new Set(
  `a abbr audio b blockquote br caption cite code col colgroup dd del details dfn div dl dt em
   figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small
   source strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr`.split(
    /\s+/,
  ),
);

/** Gone with their content, which would do something, or be nothing without a style sheet. */
export const dropped: ReadonlySet<string> = new Set(
  `button canvas datalist dialog embed head input link map math meta meter noscript object option
   progress script select style svg template textarea title`.split(/\s+/),
);

/** What an attribute holds: an address, which must be made absolute, or anything else. */
export type Attribute = 'address' | 'text';

/** The attributes that are kept, by their names in hast, in the order in which they are written. */
export const attributes: Readonly<Record<string, Attribute>> = {
  href: 'address',
  src: 'address',
  poster: 'address',
  cite: 'address',
  alt: 'text',
  title: 'text',
  width: 'text',
  height: 'text',
  controls: 'text',
  colSpan: 'text',
  rowSpan: 'text',
  align: 'text',
  dateTime: 'text',
  reversed: 'text',
  start: 'text',
  dir: 'text',
  lang: 'text',
};
