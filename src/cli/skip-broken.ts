import { LEFT_OUT_VARIABLE, type SiteFolder } from '../content/assets/site-folder.ts';
import { checkSite } from '../content/validate/check-site.ts';
import { formatForStderr } from '../content/validate/problem-report.ts';

const settingsFile = 'content/site.yaml';

/**
 * Leaves the files with errors out of the build in this process, and prints their errors and names. The
 * settings of the site cannot be left out: if they have an error, this is printed, and the build fails.
 */
export async function leaveOutBroken(site: SiteFolder): Promise<void> {
  const { problems } = await checkSite(site);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const skipped = errors.filter(({ file }) => isSkippable(file));
  const files = [...new Set(skipped.map(({ file }) => file))].sort();
  process.env[LEFT_OUT_VARIABLE] = files.join('\n');
  if (files.length > 0) {
    const list = files.map((file) => `  ${file}`).join('\n');
    const count = files.length === 1 ? 'one file' : `${files.length} files`;
    process.stderr.write(`\n${formatForStderr(skipped)}\n\nLeft out ${count}:\n${list}\n`);
  }
  if (errors.some(({ file }) => file === settingsFile)) {
    process.stderr.write(
      `\n--skip-broken cannot leave out ${settingsFile}, because every page needs the settings. Correct its errors:\n`,
    );
  }
}

/** Returns whether a site can be built without a file. */
function isSkippable(file: string): boolean {
  return /^(?:content|public)\//.test(file) && file !== settingsFile;
}
