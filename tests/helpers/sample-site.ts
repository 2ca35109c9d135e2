import type { BuiltSite } from './build-site.ts';
import { keptSite } from './kept-site.ts';

/** The sample in `tests/fixtures/sample`, built once a test run: at the root of a host, or below `/sub`. */
export type SampleName = keyof typeof samples;

export const SAMPLE_ORIGIN = 'https://lectern.example';

const samples = {
  root: { SITE_URL: SAMPLE_ORIGIN, BASE_PATH: '/', TZ: 'Pacific/Auckland' },
  sub: { SITE_URL: SAMPLE_ORIGIN, BASE_PATH: '/sub' },
};

/** The environment in which a sample is built, to build it once more. */
export function sampleEnvironment(name: SampleName): Record<string, string> {
  return samples[name];
}

/**
 * Builds the sample, or finds what an earlier step of the same `npm test` built. The one at the root of
 * a host is built without what others cached: tests compare it with a build in another time zone.
 */
export function sampleSite(name: SampleName): Promise<BuiltSite> {
  const env = sampleEnvironment(name);
  return keptSite(name, () => ({ sample: true, env, cold: name === 'root' }));
}
