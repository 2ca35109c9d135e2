import { channel } from 'node:diagnostics_channel';
import type { SiteAddress } from '../../model/site/site-address.ts';
import type { Problem } from '../parse/problem.ts';

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

/**
 * Carries the problems of the content from the loaders to the dev server. Astro loads the two apart,
 * so that a module of ours exists twice; a channel of Node has one name in the whole process.
 */
const problems = channel('lectern:problems');

export function tellProblems(found: readonly Problem[]): void {
  problems.publish(found);
}

export function onProblems(listener: (found: readonly Problem[]) => void): void {
  problems.subscribe((message) => listener(message as readonly Problem[]));
}
