import { relative } from 'node:path';
import { now } from '../content/site/now.ts';
import { readSite } from '../content/site/read-site.ts';
import { siteFolder } from '../content/assets/site-folder.ts';
import { toDay, toIso } from '../model/page/when.ts';
import { quote } from '../schema/describe.ts';
import { suggest } from '../schema/suggest.ts';
import { withTerminal, type Ask } from './ask.ts';
import { checkValue, writeNewPage, type Kind } from './new-page.ts';
import { readOptions, UsageError } from './options.ts';
import type { Block, Values } from './template.ts';
import { kinds } from './templates.ts';

type Keyed = Block & { key: string };

/** The values that can be given as an option, each once, with the description of the first kind. */
const optional = new Map(
  kinds
    .flatMap(({ template }) => template.blocks.filter(isOption))
    .toReversed()
    .map((block) => [block.key, block]),
);

const options = {
  ...Object.fromEntries([...optional.keys()].map((key) => [key, { type: 'string' as const }])),
  slug: { type: 'string' },
  draft: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** `npm run new`. Returns the exit code. */
export async function newCommand(args: string[]): Promise<number> {
  const { values, positionals } = readOptions(args, options, { words: 2 });
  if (values.help) {
    process.stdout.write(help());
    return 0;
  }
  const [noun, title] = positionals;
  const { slug, draft, help: _, ...typed } = values as Record<string, string | boolean | undefined>;
  const given = {
    ...(title && { title }),
    ...(draft === true && { draft: 'true' }),
    ...typed,
  } as Values;
  const found = noun === undefined ? undefined : kindOf(noun);
  const { kind, known } = await complete(found, given);
  const folder = siteFolder();
  const today = toIso(toDay(now, readSite(folder).settings.timezone));
  const path = writeNewPage(folder, kind, known, { slug: slug as string | undefined, today });
  const shown = relative(process.env['INIT_CWD'] ?? process.cwd(), path);
  const { first } = kind.template;
  process.stdout.write(
    `Created ${shown}. Open it and write ${first}. "npm start" shows the page.\n`,
  );
  return 0;
}

function kindOf(noun: string): Kind {
  const kind = kinds.find(({ section }) => section.noun === noun);
  if (kind) return kind;
  const near = suggest(
    noun,
    kinds.map(({ section }) => section.noun),
  );
  const remedy = near ? `Did you mean ${near}?` : `The types are ${nouns()}.`;
  throw new UsageError(`Unknown type ${quote(noun)}. ${remedy}`);
}

/** Returns all required values, and asks for those that are missing. */
async function complete(
  found: Kind | undefined,
  given: Values,
): Promise<{ kind: Kind; known: Values }> {
  const kind = found ?? kinds[0]!;
  const { example, blocks } = kind.template;
  const foreign = Object.keys(given).find(
    (key) => optional.has(key) && !blocks.some((block) => block.key === key),
  );
  if (foreign !== undefined && found) {
    const own = blocks.filter(isOption).map(({ key }) => `--${key}`);
    throw new UsageError(
      `A ${kind.section.noun} has no option --${foreign}. Its options are ${own.join(', ')}.`,
    );
  }
  const missing = blocks
    .filter(isKeyed)
    .find(({ key, needed }) => needed && given[key] === undefined);
  if (found && !missing) return { kind, known: given };
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    const what = found ? missing?.key : 'title';
    throw new UsageError(`The ${what} is missing. Example: npm run new -- ${example}`);
  }
  return withTerminal(async (ask) => {
    const wanted = found ?? (await askKind(ask));
    return { kind: wanted, known: await askForRest(wanted, given, ask) };
  });
}

async function askKind(ask: Ask): Promise<Kind> {
  const noun = await ask(`What do you want to create: ${nouns()}? (Enter for talk)`, (answer) => {
    const isNoun = kinds.some(({ section }) => section.noun === answer);
    return answer === '' || isNoun ? undefined : `Enter ${nouns()}.`;
  });
  return kindOf(noun === '' ? 'talk' : noun);
}

/** Asks for missing values. If there is a title already, asks only for the required ones. */
async function askForRest(kind: Kind, given: Values, ask: Ask): Promise<Values> {
  const blocks = kind.template.blocks.filter(isKeyed).filter(({ ask: question }) => question);
  const known: Record<string, string | undefined> = { ...given };
  for (const needed of [true, undefined]) {
    for (const { key, ask: question = '' } of blocks.filter((block) => block.needed === needed)) {
      if (known[key] !== undefined || (!needed && given['title'] !== undefined)) continue;
      const words = needed ? question : `${question} (Enter to skip)`;
      const answer = await ask(words, (text) =>
        text === '' && !needed ? undefined : checkValue(kind, key, text),
      );
      if (answer !== '') known[key] = answer;
    }
  }
  return known;
}

function isKeyed(block: Block): block is Keyed {
  return block.key !== undefined;
}

function isOption(block: Block): block is Keyed {
  return isKeyed(block) && block.option !== undefined;
}

function nouns(): string {
  const names = kinds.map(({ section }) => section.noun);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function help(): string {
  const line = (name: string, what: string) => `  ${name.padEnd(25)}  ${what}\n`;
  return `Creates a folder for a new page, with a file that explains the most common keys.

  npm run new                asks for what it needs
${kinds.map(({ template }) => `  npm run new -- ${template.example}\n`).join('')}
${[...optional.values()]
  .toReversed()
  .map(({ key, option = '' }) => line(`--${key} …`, option))
  .join(
    '',
  )}${line('--slug growth', 'the name of the folder and the last part of the address')}${line('--draft', 'sets draft: true, so that the page is not published yet')}`;
}
