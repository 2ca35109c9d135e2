import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/project-node.mjs';
import { extractReleaseNotes } from '../../scripts/release-notes.mjs';

const changelog = `# Changelog

## [Unreleased]

- Not yet released.

## [1.1.10] - 2026-05-01

### Added

- A new key.

## [1.1.1] - 2026-04-01

### Fixed

- An old bug.

## [1.0.0] - 2026-03-01
`;

test('the notes of a version are its section, without the heading', () => {
  expect(extractReleaseNotes(changelog, '1.1.10')).toBe('### Added\n\n- A new key.\n');
});

test('a version that is the prefix of another version is distinguished from it', () => {
  expect(extractReleaseNotes(changelog, '1.1.1')).toBe('### Fixed\n\n- An old bug.\n');
});

test('the notes of the oldest version reach to the end of the file', () => {
  expect(extractReleaseNotes(`${changelog}\n- The first.\n`, '1.0.0')).toBe('- The first.\n');
});

test('accepts Windows line endings', () => {
  expect(extractReleaseNotes(changelog.replaceAll('\n', '\r\n'), '1.1.1')).toBe(
    '### Fixed\n\n- An old bug.\n',
  );
});

test('a version without a section is an error that names the version', () => {
  expect(() => extractReleaseNotes(changelog, '2.0.0')).toThrow('no section for 2.0.0');
});

test('a version with an empty section is an error', () => {
  expect(() => extractReleaseNotes(changelog, '1.0.0')).toThrow(
    'section for 1.0.0 in CHANGELOG.md is empty',
  );
});

test('CHANGELOG.md has a section for unreleased changes', () => {
  const text = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  expect(extractReleaseNotes(text, 'Unreleased')).toMatch(/^### /);
});
