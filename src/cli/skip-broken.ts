import { LEFT_OUT_VARIABLE, type SiteFolder } from '../content/assets/site-folder.ts';
import { checkSite } from '../content/validate/check-site.ts';
import { formatForStderr } from '../content/validate/problem-report.ts';

/**
 * Leaves the files with errors out of the build in this process, and prints their errors and names. The
 * settings of the site cannot be left out.
 */
export async function leaveOutBroken(site: SiteFolder): Promise<void> {
  const { problems } = await checkSite(site);
  const errors = problems.filter(({ severity, file }) => severity === 'error' && isSkippable(file));
  const files = [...new Set(errors.map(({ file }) => file))].sort();
  process.env[LEFT_OUT_VARIABLE] = files.join('\n');
  if (files.length === 0) return;
  const list = files.map((file) => `  ${file}`).join('\n');
  const count = files.length === 1 ? 'one file' : `${files.length} files`;
  process.stderr.write(`\n${formatForStderr(errors)}\n\nLeft out ${count}:\n${list}\n`);
}

function isSkippable(file: string): boolean {
  return file.startsWith('content/') && file !== 'content/site.yaml';
}
