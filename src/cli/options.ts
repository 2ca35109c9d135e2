import { parseArgs, type ParseArgsConfig } from 'node:util';
import { suggest } from '../schema/suggest.ts';
import { findOwn } from '../schema/own-value.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true; args: string[] }>
>;

/** A mistake in a command line, explained in a sentence. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * Parses a command line.
 * @throws UsageError for an unknown option, an option without its value, and more arguments than
 * `words` allows.
 */
export function readOptions<const O extends Options>(
  args: string[],
  options: O,
  { words } = { words: 0 },
): Parsed<O> {
  const parsed = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  for (const token of parsed.tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const option = findOwn(options, name);
    if (!option) throw new UsageError(explainUnknownOption(rawName, Object.keys(options)));
    if (option.type === 'boolean' && value !== undefined) {
      throw new UsageError(`--${name} takes no value (got "${value}").`);
    }
    if (option.type === 'string' && (value === undefined || value.startsWith('--'))) {
      throw new UsageError(`--${name} needs a value. Write it after the option.`);
    }
  }
  const extra = parsed.positionals[words];
  if (extra === undefined) return parsed as unknown as Parsed<O>;
  throw new UsageError(`Unexpected argument "${extra}". Put text with spaces in quotes.`);
}

/** Runs a command. Prints a UsageError to stderr and says how to get help; the exit code is then 2. */
export async function runCommand(name: string, command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\nFor help: npm run ${name} -- --help\n`);
    process.exitCode = 2;
  }
}

function explainUnknownOption(typed: string, known: string[]): string {
  const near = suggest(typed, known);
  const choice = known.map((option) => `--${option}`).join(', ');
  return `Unknown option ${typed}. ${near ? `Did you mean --${near}?` : `The options are ${choice}.`}`;
}
