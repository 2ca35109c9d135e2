import { aliasesOf, besides, feedOf, furtherPages } from './hugo-addresses.ts';
import { noFile, type HugoContent, type HugoPage } from './hugo-content.ts';
import { pathOfPage } from './hugo-permalinks.ts';
import { textsIn, type HugoSettings } from '../old-site/hugo-settings.ts';
import { urlizers } from './hugo-urlize.ts';
import type { OldAddress, OldTarget } from './old-address.ts';

/** A tag, a category or an author, and what Hugo lists under it. */
interface Term {
  name: string;
  /** Its own file, `content/authors/admin/_index.md`. */
  page?: HugoPage;
  files: string[];
}

/** The addresses of taxonomies, of their terms, and of the feeds of both. */
export function termsOf(content: HugoContent, settings: HugoSettings): OldAddress[] {
  return settings.taxonomies.flatMap((taxonomy) => {
    const terms = readTerms(content, taxonomy, settings);
    const all: OldTarget = { kind: 'terms', taxonomy };
    const address = listAddress(taxonomy, settings);
    return [
      { old: address, target: all },
      { old: feedOf(address, settings), target: { kind: 'feed', of: all } },
      ...[...terms.values()].flatMap((term) => ofTerm(term, taxonomy, settings)),
    ];
  });
}

function ofTerm({ name, page, files }: Term, taxonomy: string, settings: HugoSettings) {
  const file = page?.file;
  const target: OldTarget = {
    ...{ kind: 'term', taxonomy, term: name, files },
    ...(file !== undefined && { file }),
  };
  const title = page?.title ?? '';
  const [first, ...others] = urlizers(settings).map((urlize) => {
    const own = page ?? { ...noFile, folders: [taxonomy, urlize(name)] };
    const asPage: HugoPage = { ...own, kind: 'page', section: taxonomy, title: title || name };
    const pattern = settings.permalinks.get(taxonomy.toLowerCase());
    if (pattern !== undefined) return pathOfPage(asPage, settings, urlize);
    return pathOfPage({ ...own, kind: 'list' }, settings, urlize);
  });
  // A browser does not send the fragment of an address to the server.
  const asked = (path: string) => path.replace(/#.*$/, '/').replace(/\/+$/, '/');
  const old = asked(first ?? '/');
  const guessed = [...new Set(others.map(asked))].filter((other) => other !== old);
  return [
    { old, target },
    ...guessed.map((other): OldAddress => ({ old: other, target, guessed: true })),
    { old: feedOf(old, settings), target: { kind: 'feed', of: target } as OldTarget },
    ...furtherPages(old, files.length, target, settings),
    ...(page ? besides(page, old) : []),
    ...(page
      ? aliasesOf(page, old, settings.uglyUrls).map((alias): OldAddress => ({ old: alias, target }))
      : []),
  ];
}

/** Terms by their name in addresses: two spellings of it are one. */
function readTerms({ pages }: HugoContent, taxonomy: string, settings: HugoSettings) {
  const [urlize] = urlizers({ ...settings, disablePathToLower: false });
  const terms = new Map<string, Term>();
  for (const page of pages) {
    const [top, ...rest] = page.folders;
    if (page.kind !== 'list' || top !== taxonomy || rest.length === 0) continue;
    const name = rest.join('/');
    terms.set(urlize(name), { name, page, files: [] });
  }
  for (const { data, file, section } of pages) {
    if (settings.taxonomies.includes(section)) continue;
    for (const name of textsIn(data[taxonomy.toLowerCase()])) {
      const key = urlize(name);
      const term = terms.get(key) ?? { name, files: [] };
      if (!term.files.includes(file)) term.files.push(file);
      terms.set(key, term);
    }
  }
  return terms;
}

function listAddress(taxonomy: string, { prefix, uglyUrls }: HugoSettings): string {
  return `${prefix}/${taxonomy}${uglyUrls ? '.html' : '/'}`;
}
