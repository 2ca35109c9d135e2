import type { BuiltSite } from './build-site.ts';
import { buildSharedSite } from './shared-site.ts';

/** A build of the sample in `tests/fixtures/sample`: at the root of a host, or below `/sub`. */
export type SampleName = keyof typeof samples;

export const SAMPLE_ORIGIN = 'https://lectern.example';

const samples = {
  root: { SITE_URL: SAMPLE_ORIGIN, BASE_PATH: '/', TZ: 'Pacific/Auckland' },
  sub: { SITE_URL: SAMPLE_ORIGIN, BASE_PATH: '/sub' },
};

/** Returns the environment variables of a sample, to build it again. */
export function getSampleEnvironment(name: SampleName): Record<string, string> {
  return samples[name];
}

/**
 * Builds the sample, once per `npm test`. The one at the root of a host is built without shared caches,
 * because tests compare it with a build in another time zone.
 */
export function buildSampleSite(name: SampleName): Promise<BuiltSite> {
  const env = getSampleEnvironment(name);
  return buildSharedSite(name, () => ({ sample: true, env, cold: name === 'root' }));
}
