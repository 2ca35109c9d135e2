import { beforeAll, expect, test } from 'vitest';
import { buildTwice, type BuiltSite } from '../helpers/build-site.ts';
import { hashesOf } from '../helpers/dist.ts';
import { sampleEnvironment, sampleSite } from '../helpers/sample-site.ts';

const env = { ...sampleEnvironment('root'), TZ: 'America/Los_Angeles' };

let auckland: BuiltSite;
let losAngeles: BuiltSite;
let again: BuiltSite;

beforeAll(async () => {
  auckland = await sampleSite('root');
  [losAngeles, again] = await buildTwice({ sample: true, env, cold: true });
});

test('the sample site builds', () => {
  expect(auckland.code, auckland.output).toBe(0);
  expect(Object.keys(hashesOf(auckland.dist)).length).toBeGreaterThan(5);
});

test('a build in Auckland and one in Los Angeles are the same to the byte', () => {
  expect(sampleEnvironment('root')).toHaveProperty('TZ', 'Pacific/Auckland');
  expect(hashesOf(losAngeles.dist)).toEqual(hashesOf(auckland.dist));
});

test('a build that finds what an earlier one kept is the same to the byte', () => {
  expect(hashesOf(again.dist)).toEqual(hashesOf(losAngeles.dist));
});
