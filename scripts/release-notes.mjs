/**
 * Returns the section of one version of a changelog in the format of Keep a Changelog, without its
 * heading. Throws if the version has no section, or an empty one.
 *
 * @param {string} changelog the text of CHANGELOG.md
 * @param {string} version such as `1.2.0`
 * @returns {string}
 */
export function extractReleaseNotes(changelog, version) {
  const lines = changelog.split(/\r?\n/);
  const start = lines.findIndex((line) => parseVersion(line) === version);
  if (start < 0) {
    throw new Error(
      `CHANGELOG.md has no section for ${version}. Rename "## [Unreleased]" to "## [${version}] - <date>".`,
    );
  }
  const length = lines.slice(start + 1).findIndex((line) => parseVersion(line) !== undefined);
  const end = length < 0 ? lines.length : start + 1 + length;
  const notes = lines
    .slice(start + 1, end)
    .join('\n')
    .trim();
  if (notes === '') throw new Error(`The section for ${version} in CHANGELOG.md is empty.`);
  return `${notes}\n`;
}

/**
 * Returns the version in a heading of the changelog, or undefined for any other line.
 *
 * @param {string} line such as `## [1.2.0] - 2026-05-01` or `## [Unreleased]`
 * @returns {string | undefined}
 */
function parseVersion(line) {
  return /^## \[?([^\]\s]+)\]?/.exec(line)?.[1];
}
