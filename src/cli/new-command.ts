import { relative } from 'node:path';
import { now } from '../content/now.ts';
import { readSite } from '../content/read-site.ts';
import { siteFolder } from '../content/site-folder.ts';
import { toDay, toIso } from '../model/when.ts';
import { quote } from '../schema/describe.ts';
import { withTerminal } from './ask.ts';
import { checkValue, writeNewTalk } from './new-talk.ts';
import { readOptions, UsageError } from './options.ts';
import type { NewTalk } from './talk-template.ts';

const help = `Makes a folder for a new talk, with a file that says what can be written into it.

  npm run new                                      asks for what is needed
  npm run new -- talk "On Growth and Form" --date 2026-05-04T14:00 --event "Biology Seminar"

  --date 2026-05-04T14:00    day, or day and time, by the clock where the talk is given
  --event "Biology Seminar"  the seminar, conference or series
  --location "Room 2"        where it is given
  --slug growth              the folder's name and the last part of the address
  --draft                    keeps the talk off the published site for now
`;

const options = {
  date: { type: 'string' },
  event: { type: 'string' },
  location: { type: 'string' },
  slug: { type: 'string' },
  draft: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** `npm run new`. Gives the exit code. */
export async function newCommand(args: string[]): Promise<number> {
  const { values, positionals } = readOptions(args, options, { words: 2 });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [kind = 'talk', title] = positionals;
  if (kind !== 'talk') {
    throw new UsageError(`${quote(kind)} is not something to make. Write talk and then the title.`);
  }
  const { date, event, location, slug, draft } = values;
  const given = { ...(title && { title }), ...(date && { date }), ...(event && { event }) };
  const known = { ...given, ...(location && { location }), draft };
  const talk = isWhole(known) ? known : await askForRest(known);
  const folder = siteFolder();
  const announced = isoDay(now, readSite(folder).settings.timezone);
  const path = writeNewTalk(folder, { ...talk, announced }, slug);
  const shown = relative(process.env['INIT_CWD'] ?? process.cwd(), path);
  process.stdout.write(
    `Made ${shown}. Open it to write the abstract; "npm start" shows the page.\n`,
  );
  return 0;
}

function isoDay(instant: number, zone: string): string {
  return toIso(toDay(instant, zone));
}

function isWhole(talk: Partial<NewTalk>): talk is NewTalk {
  return talk.title !== undefined && talk.date !== undefined;
}

async function askForRest(known: Partial<NewTalk>): Promise<NewTalk> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    const missing = known.title === undefined ? 'title' : 'date';
    const example = 'npm run new -- talk "On Growth and Form" --date 2026-05-04T14:00';
    throw new UsageError(`The ${missing} is missing. Write ${example}`);
  }
  return withTerminal(async (ask) => {
    const required = (key: 'title' | 'date') => (answer: string) => checkValue(key, answer);
    const optional = (key: 'event' | 'location') => (answer: string) =>
      answer === '' ? undefined : checkValue(key, answer);
    const title = known.title ?? (await ask('Title', required('title')));
    const date =
      known.date ?? (await ask('Date and time, such as 2026-05-04T14:00', required('date')));
    if (known.title !== undefined) return { ...known, title, date };
    const event = known.event ?? (await ask('Event (Enter for none)', optional('event')));
    const location = known.location ?? (await ask('Place (Enter for none)', optional('location')));
    return { ...known, title, date, event, location };
  });
}
