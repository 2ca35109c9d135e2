import { channel } from 'node:diagnostics_channel';
import type { SiteAddress } from '../../model/site/site-address.ts';

/**
 * Carries the addresses of the site from the loaders to the integrations of a build. Astro loads the two
 * apart, so a module exists twice; a channel of Node has one name in the whole process.
 */
const addresses = channel('lectern:addresses');

export function publishAddresses(found: readonly SiteAddress[]): void {
  addresses.publish(found);
}

export function subscribeToAddresses(listener: (found: readonly SiteAddress[]) => void): void {
  addresses.subscribe((message) => listener(message as readonly SiteAddress[]));
}
