import { isAuthorRoute } from '../../model/site/site-address.ts';

interface StaticPath {
  pathname: string;
  /** `component` is the file of the route: `src/pages/search.astro`. */
  route: { component: string };
}

/**
 * Returns the paths without those of generated pages at addresses of the author's pages and files, whatever the order
 * of routes. Astro itself builds nothing at the address of a file in `public/`.
 */
export function preferAuthorPaths<P extends StaticPath>(paths: readonly P[]): P[] {
  const isAuthorPath = ({ route }: P) => isAuthorRoute(route.component.replace('src/pages/', ''));
  const taken = new Set(paths.filter(isAuthorPath).map(toAddressKey));
  return paths.filter((path) => isAuthorPath(path) || !taken.has(toAddressKey(path)));
}

/** Returns a key that is equal for two paths of one address. */
export function toAddressKey({ pathname }: Pick<StaticPath, 'pathname'>): string {
  return pathname.replace(/\/index\.html$/, '/').replace(/\/$/, '');
}
