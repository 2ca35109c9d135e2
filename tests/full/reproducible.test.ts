import { beforeAll, expect, test } from 'vitest';
import { buildTwice, type BuiltSite } from '../helpers/build/build-site.ts';
import { hashFiles } from '../helpers/read/dist.ts';
import { getSampleEnvironment, buildSampleSite } from '../helpers/build/sample-site.ts';

const env = { ...getSampleEnvironment('root'), TZ: 'America/Los_Angeles' };

let auckland: BuiltSite;
let losAngeles: BuiltSite;
let again: BuiltSite;

beforeAll(async () => {
  auckland = await buildSampleSite('root');
  [losAngeles, again] = await buildTwice({ sample: true, env, cold: true });
});

test('the sample site builds', () => {
  expect(auckland.code, auckland.output).toBe(0);
  expect(Object.keys(hashFiles(auckland.dist)).length).toBeGreaterThan(5);
});

test('builds in the time zones of Auckland and Los Angeles are identical', () => {
  expect(getSampleEnvironment('root')).toHaveProperty('TZ', 'Pacific/Auckland');
  expect(hashFiles(losAngeles.dist)).toEqual(hashFiles(auckland.dist));
});

test('a build with the caches of an earlier one is identical', () => {
  expect(hashFiles(again.dist)).toEqual(hashFiles(losAngeles.dist));
});
