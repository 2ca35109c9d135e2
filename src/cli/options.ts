import { parseArgs, type ParseArgsConfig } from 'node:util';
import { suggest } from '../schema/suggest.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true; args: string[] }>
>;

/** What a person typed wrongly, as a sentence for them. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * Reads the words of a command line.
 * @throws UsageError for an unknown option, an option without its value, and more words than
 * `words` allows.
 */
export function readOptions<const O extends Options>(
  args: string[],
  options: O,
  { words } = { words: 0 },
): Parsed<O> {
  const lax = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  for (const token of lax.tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const option = options[name];
    if (!option) throw new UsageError(unknownOption(rawName, Object.keys(options)));
    if (option.type === 'boolean' && value !== undefined) {
      throw new UsageError(`--${name} stands alone. Leave "${value}" out.`);
    }
    if (option.type === 'string' && (value === undefined || value.startsWith('--'))) {
      throw new UsageError(`--${name} stands without a value. Write it behind the option.`);
    }
  }
  const extra = lax.positionals[words];
  if (extra === undefined) return lax as unknown as Parsed<O>;
  throw new UsageError(`"${extra}" is one word too many. Put a text of several words in quotes.`);
}

/** Runs a command: a UsageError is told on stderr with the way to the help, and is exit code 2. */
export async function runCommand(name: string, command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\nFor help: npm run ${name} -- --help\n`);
    process.exitCode = 2;
  }
}

function unknownOption(written: string, known: string[]): string {
  const near = suggest(written, known);
  const choice = known.map((option) => `--${option}`).join(', ');
  return `There is no option ${written}. ${near ? `Did you mean --${near}?` : `There are ${choice}.`}`;
}
