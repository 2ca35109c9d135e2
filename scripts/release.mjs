/**
 * Writes the files of a release into `.lectern/release/`: the archive of the current commit, its
 * SHA-256 checksum and the notes from CHANGELOG.md. Runs on Node 20 or newer without installed packages.
 *
 *     node scripts/release.mjs v1.2.0
 *
 * Exit code 1 if the tag is not the version in package.json, or if the changelog has no section
 * for it.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project-node.mjs';
import { extractReleaseNotes } from './release-notes.mjs';

const tag = process.argv[2] ?? '';
try {
  writeRelease(tag);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {string} tag */
function writeRelease(tag) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (tag !== `v${version}`) {
    throw new Error(`The tag "${tag}" is not the version in package.json. Expected "v${version}".`);
  }
  const notes = extractReleaseNotes(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);

  const folder = join(root, '.lectern', 'release');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const name = `lectern-${version}.zip`;
  const archive = join(folder, name);
  const prefix = `--prefix=lectern-${version}/`;
  execFileSync('git', ['archive', '--format=zip', prefix, `--output=${archive}`, 'HEAD'], {
    cwd: root,
    stdio: 'inherit',
  });
  const hash = createHash('sha256').update(readFileSync(archive)).digest('hex');
  writeFileSync(`${archive}.sha256`, `${hash}  ${name}\n`);
  writeFileSync(join(folder, 'notes.md'), notes);
  console.log(`${name} ${hash}`);
}
