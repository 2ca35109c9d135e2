import type { AstroIntegration } from 'astro';
import { isAuthorRoute } from '../../model/site/site-address.ts';

/**
 * Keeps a generated page or file from being built at the address of one of the author's pages, whatever
 * the order in which Astro tries routes. Astro itself builds nothing at the address of a file in
 * `public/`.
 */
export function authorAddresses(): AstroIntegration {
  return {
    name: 'lectern-author-addresses',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          getStaticPaths: async () => preferAuthor(await prerenderer.getStaticPaths()),
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

/** Returns the paths without those of generated pages that the author has a page or file at. */
export function preferAuthor<P extends StaticPath>(paths: readonly P[]): P[] {
  const isOfAuthor = ({ route }: P) => isAuthorRoute(route.component.replace('src/pages/', ''));
  const taken = new Set(paths.filter(isOfAuthor).map(keyOf));
  return paths.filter((path) => isOfAuthor(path) || !taken.has(keyOf(path)));
}

function keyOf({ pathname }: StaticPath): string {
  return pathname.replace(/\/index\.html$/, '/').replace(/\/$/, '');
}
