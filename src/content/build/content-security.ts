import type { AstroUserConfig } from 'astro';
import { playerHosts } from '../../model/page/playable-video.ts';

/** The Content-Security-Policy of every page (`security.csp` of Astro): the site itself, and video players. */
export const contentSecurity: NonNullable<NonNullable<AstroUserConfig['security']>['csp']> = {
  directives: [
    "default-src 'self'",
    "img-src 'self' data:",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-src ${playerHosts.map((host) => `https://${host}`).join(' ')}`,
    "object-src 'none'",
  ],
  // KaTeX places the parts of a formula by style attributes.
  styleDirective: { resources: [{ resource: "'unsafe-inline'", kind: 'attribute' }] },
};
