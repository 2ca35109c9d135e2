import { expect, test } from 'vitest';
import { findMissingPackages } from '../../scripts/missing-packages.mjs';

const installed = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };
const linux = { dev: true, platform: 'linux', arch: 'x64' };

test.each([
  ['the same version', { version: '1.0.0', integrity: 'sha512-a' }, []],
  ['another version', { version: '1.0.1', integrity: 'sha512-b' }, ['node_modules/a']],
  ['another file', { version: '1.0.0', integrity: 'sha512-b' }, ['node_modules/a']],
])('%s', (_, wanted, missing) => {
  const lock = { '': { version: '0.1.0' }, 'node_modules/a': wanted };
  expect(findMissingPackages(lock, installed, linux)).toEqual(missing);
});

test.each([
  ['a package', {}, true],
  ['one for this system', { optional: true, os: ['linux'], cpu: ['x64'] }, true],
  ['one for another system', { optional: true, os: ['win32'], cpu: ['x64'] }, false],
  ['one for another processor', { optional: true, os: ['linux'], cpu: ['arm64'] }, false],
  ['one for a C library', { optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] }, false],
  ['what an optional package needs', { optional: true }, false],
  ['what an optional and a development package need', { devOptional: true }, false],
])('%s that is not installed', (_, marks, isMissing) => {
  const lock = { 'node_modules/b': { version: '1.0.0', ...marks } };
  expect(findMissingPackages(lock, installed, linux)).toEqual(isMissing ? ['node_modules/b'] : []);
});

test('development dependencies are missing only where they are needed', () => {
  const lock = { 'node_modules/b': { version: '1.0.0', dev: true } };
  expect(findMissingPackages(lock, {}, { ...linux, dev: true })).toEqual(['node_modules/b']);
  expect(findMissingPackages(lock, {}, { ...linux, dev: false })).toEqual([]);
});
