import { relative } from 'node:path';
import { now } from '../content/site/now.ts';
import { readSite } from '../content/site/read-site.ts';
import { resolveSiteFolder } from '../content/assets/site-folder.ts';
import { toDay, toIso } from '../model/page/when.ts';
import { quote } from '../schema/describe.ts';
import { suggest } from '../schema/suggest.ts';
import { askOnTerminal, type Ask } from './ask.ts';
import { checkValue, writeNewPage, type PageKind } from './new-page.ts';
import { readOptions, UsageError } from './options.ts';
import type { Block, TemplateValues } from './template.ts';
import { kinds } from './templates.ts';

type KeyBlock = Block & { key: string };

/** The values that can be given as an option, each once, with the description of the first kind. */
const optionBlocks = new Map(
  kinds
    .flatMap(({ template }) => template.blocks.filter(isOption))
    .toReversed()
    .map((block) => [block.key, block]),
);

const options = {
  ...Object.fromEntries([...optionBlocks.keys()].map((key) => [key, { type: 'string' as const }])),
  slug: { type: 'string' },
  draft: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs `npm run new`. Returns the exit code. */
export async function newCommand(args: string[]): Promise<number> {
  const { values, positionals } = readOptions(args, options, { words: 2 });
  if (values.help) {
    process.stdout.write(formatHelp());
    return 0;
  }
  const [noun, title] = positionals;
  const { slug, draft, help: _, ...typed } = values as Record<string, string | boolean | undefined>;
  const given = {
    ...(title && { title }),
    ...(draft === true && { draft: 'true' }),
    ...typed,
  } as TemplateValues;
  const givenKind = noun === undefined ? undefined : findKind(noun);
  const { kind, known: answers } = await completeValues(givenKind, given);
  const folder = resolveSiteFolder();
  const today = toIso(toDay(now, readSite(folder).settings.timezone ?? 'UTC'));
  const path = writeNewPage(folder, kind, answers, { slug: slug as string | undefined, today });
  const shownPath = relative(process.env['INIT_CWD'] ?? process.cwd(), path);
  const { first } = kind.template;
  process.stdout.write(
    `Created ${shownPath}. Open it and write ${first}. "npm start" shows the page.\n`,
  );
  return 0;
}

function findKind(noun: string): PageKind {
  const kind = kinds.find(({ section }) => section.noun === noun);
  if (kind) return kind;
  const near = suggest(
    noun,
    kinds.map(({ section }) => section.noun),
  );
  const remedy = near ? `Did you mean ${near}?` : `The types are ${formatNouns()}.`;
  throw new UsageError(`Unknown type ${quote(noun)}. ${remedy}`);
}

/** Returns all required values, and asks for those that are missing. */
async function completeValues(
  givenKind: PageKind | undefined,
  given: TemplateValues,
): Promise<{ kind: PageKind; known: TemplateValues }> {
  const kind = givenKind ?? kinds[0]!;
  const { example, blocks } = kind.template;
  const unknownKey = Object.keys(given).find(
    (key) => optionBlocks.has(key) && !blocks.some((block) => block.key === key),
  );
  if (unknownKey !== undefined && givenKind) {
    const validOptions = blocks.filter(isOption).map(({ key }) => `--${key}`);
    throw new UsageError(
      `A ${kind.section.noun} has no option --${unknownKey}. Its options are ${validOptions.join(', ')}.`,
    );
  }
  const missing = blocks
    .filter(hasKey)
    .find(({ key, needed }) => needed && given[key] === undefined);
  if (givenKind && !missing) return { kind, known: given };
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    const missingKey = givenKind ? missing?.key : 'title';
    throw new UsageError(`The ${missingKey} is missing. Example: npm run new -- ${example}`);
  }
  return askOnTerminal(async (ask) => {
    const chosenKind = givenKind ?? (await askKind(ask));
    return { kind: chosenKind, known: await askForRest(chosenKind, given, ask) };
  });
}

async function askKind(ask: Ask): Promise<PageKind> {
  const noun = await ask(
    `What do you want to create: ${formatNouns()}? (Enter for talk)`,
    (answer) => {
      const isNoun = kinds.some(({ section }) => section.noun === answer);
      return answer === '' || isNoun ? undefined : `Enter ${formatNouns()}.`;
    },
  );
  return findKind(noun === '' ? 'talk' : noun);
}

/** Asks for missing values. If there is a title already, asks only for the required ones. */
async function askForRest(
  kind: PageKind,
  given: TemplateValues,
  ask: Ask,
): Promise<TemplateValues> {
  const blocks = kind.template.blocks.filter(hasKey).filter(({ ask: question }) => question);
  const answers: Record<string, string | undefined> = { ...given };
  for (const needed of [true, undefined]) {
    for (const { key, ask: question = '' } of blocks.filter((block) => block.needed === needed)) {
      if (answers[key] !== undefined || (!needed && given['title'] !== undefined)) continue;
      const prompt = needed ? question : `${question} (Enter to skip)`;
      const answer = await ask(prompt, (text) =>
        text === '' && !needed ? undefined : checkValue(kind, key, text),
      );
      if (answer !== '') answers[key] = answer;
    }
  }
  return answers;
}

function hasKey(block: Block): block is KeyBlock {
  return block.key !== undefined;
}

function isOption(block: Block): block is KeyBlock {
  return hasKey(block) && block.option !== undefined;
}

function formatNouns(): string {
  const names = kinds.map(({ section }) => section.noun);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function formatHelp(): string {
  const line = (name: string, description: string) => `  ${name.padEnd(25)}  ${description}\n`;
  return `Creates a folder for a new page, with a file that explains the most common keys.

  npm run new                asks for what it needs
${kinds.map(({ template }) => `  npm run new -- ${template.example}\n`).join('')}
${[...optionBlocks.values()]
  .toReversed()
  .map(({ key, option = '' }) => line(`--${key} …`, option))
  .join(
    '',
  )}${line('--slug growth', 'the name of the folder and the last part of the address')}${line('--draft', 'sets draft: true, so that the page is not published yet')}`;
}
