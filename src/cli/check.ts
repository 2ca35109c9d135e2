import { parseArgs } from 'node:util';
import { checkSite } from '../content/check-site.ts';
import { formatReport } from '../content/report.ts';
import { siteFolder } from '../content/site-folder.ts';

const help = `Checks every file of content/ without building the site.

  npm run check               exit code 1 if there is an error
  npm run check -- --strict   exit code 1 if there is a warning, too
`;

const { values } = parseArgs({
  options: {
    strict: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(help);
} else {
  const { problems, talks } = await checkSite(siteFolder());
  const color = process.stdout.isTTY && !process.env['NO_COLOR'];
  if (problems.length > 0) process.stdout.write(`${formatReport(problems, { color })}\n`);
  else
    process.stdout.write(`Checked ${talks === 1 ? 'one talk' : `${talks} talks`}: no problems.\n`);
  const stops = problems.filter(({ severity }) => values.strict || severity === 'error');
  process.exitCode = stops.length > 0 ? 1 : 0;
}
