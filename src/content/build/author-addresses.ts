import type { AstroIntegration } from 'astro';
import { isAuthorRoute } from '../../model/site/site-address.ts';

/**
 * Keeps Astro from building a generated page or file at the address of one of the author's pages, whatever the
 * order of routes. Astro itself builds nothing at the address of a file in `public/`.
 */
export function authorAddresses(): AstroIntegration {
  return {
    name: 'lectern-author-addresses',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          getStaticPaths: async () => preferAuthorPaths(await prerenderer.getStaticPaths()),
        }));
      },
    },
  };
}

interface StaticPath {
  pathname: string;
  /** `component` is the file of the route: `src/pages/search.astro`. */
  route: { component: string };
}

/** Returns the paths without those of generated pages at addresses of the author's pages and files. */
export function preferAuthorPaths<P extends StaticPath>(paths: readonly P[]): P[] {
  const isAuthorPath = ({ route }: P) => isAuthorRoute(route.component.replace('src/pages/', ''));
  const taken = new Set(paths.filter(isAuthorPath).map(toAddressKey));
  return paths.filter((path) => isAuthorPath(path) || !taken.has(toAddressKey(path)));
}

function toAddressKey({ pathname }: StaticPath): string {
  return pathname.replace(/\/index\.html$/, '/').replace(/\/$/, '');
}
