import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newRunFolder } from '../../scripts/run-folder.ts';
import { buildSite, type BuiltSite } from './build-site.ts';

/** The project's own content, built once a test run: at the root of a host, or below `/sub`. */
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

/** Builds the sample, or finds what an earlier step of the same `npm test` built. */
export async function sampleSite(name: SampleName): Promise<BuiltSite> {
  const home = join(process.env.LECTERN_TEST_RUN ?? newRunFolder(), 'samples', name);
  const record = join(home, 'build.json');
  const dist = join(home, 'dist');
  if (existsSync(record)) return { ...recorded(record), dist, read: reader(dist) };

  mkdirSync(home, { recursive: true });
  const env = sampleEnvironment(name);
  const site = await buildSite({ sample: true, outDir: dist, env });
  writeFileSync(record, JSON.stringify({ code: site.code, output: site.output }));
  return site;
}

function recorded(file: string): Pick<BuiltSite, 'code' | 'output'> {
  return JSON.parse(readFileSync(file, 'utf8')) as Pick<BuiltSite, 'code' | 'output'>;
}

function reader(dist: string): BuiltSite['read'] {
  return (path) => readFileSync(join(dist, path), 'utf8');
}
