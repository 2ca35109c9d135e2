import { hasWindowsCharacter } from '../../model/page/addresses.ts';
import { isAuthorRoute, type SiteAddress } from '../../model/site/site-address.ts';
import { subscribeToAddresses } from '../validate/channels.ts';

/** The addresses of the site; empty until its content is read. */
let siteAddresses: readonly SiteAddress[] = [];
subscribeToAddresses((published) => {
  siteAddresses = published;
});

interface StaticPath {
  pathname: string;
  /** `component` is the file of the route: `src/pages/search.astro`. */
  route: { component: string };
}

/**
 * Returns the paths without those of generated pages at addresses of the author's pages and files, whatever the order
 * of routes, and without those of routes that the site does not have, such as the list of a site without talks. Astro
 * itself builds nothing at the address of a file in `public/`.
 * @param addresses The addresses of the site; empty if they are unknown.
 */
export function preferAuthorPaths<P extends StaticPath>(
  paths: readonly P[],
  addresses = siteAddresses,
): P[] {
  const isAuthorPath = (path: P) => isAuthorRoute(toRoute(path));
  const taken = new Set(paths.filter(isAuthorPath).map(toAddressKey));
  const served = new Set(addresses.map(({ path }) => `/${path}`.replace(/\/$/, '')));
  // A route with a parameter lists its paths itself.
  const isServed = (path: P) =>
    addresses.length === 0 || toRoute(path).includes('[') || served.has(toAddressKey(path));
  return paths.filter(
    (path) => isAuthorPath(path) || (!taken.has(toAddressKey(path)) && isServed(path)),
  );
}

/**
 * Leaves out the paths that cannot be written as files on this system, because Windows does not allow one of their
 * characters. They are old addresses, for which `npm run check` has a note, and would stop the build.
 */
export function omitUnwritablePaths<P extends Pick<StaticPath, 'pathname'>>(
  paths: readonly P[],
  platform = process.platform,
): P[] {
  return paths.filter(({ pathname }) => platform !== 'win32' || !hasWindowsCharacter(pathname));
}

function toRoute({ route }: StaticPath): string {
  // Endpoints of the npm package are compiled.
  return route.component.replace('src/pages/', '').replace(/\.js$/, '.ts');
}

/** Returns a key that is equal for two paths of one address. */
export function toAddressKey({ pathname }: Pick<StaticPath, 'pathname'>): string {
  return pathname.replace(/\/index\.html$/, '/').replace(/\/$/, '');
}
