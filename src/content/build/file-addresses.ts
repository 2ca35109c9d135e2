import type { AstroIntegration } from 'astro';

/**
 * Makes `npm start` answer at the addresses of files that are next to a page, such as
 * `/talks/lyon/slides.pdf`. With `trailingSlash: 'always'` Astro's dev server answers such a route, whose
 * extension is part of a parameter, only at `/talks/lyon/slides.pdf/`; a build writes the right file.
 * https://github.com/withastro/astro/issues/16338
 */
export function fileAddresses(): AstroIntegration {
  return {
    name: 'lectern-file-addresses',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'dev') updateConfig({ trailingSlash: 'ignore' });
      },
    },
  };
}
