import { createInterface } from 'node:readline/promises';
import { UsageError } from './options.ts';

/** Asks on the terminal until the answer is valid. `validate` returns the problem with an answer, or undefined. */
export type Ask = (
  question: string,
  validate: (answer: string) => string | undefined,
) => Promise<string>;

/**
 * Calls `use` with a function that asks on the terminal, and closes the terminal afterwards.
 * @throws UsageError when the person ends the input instead of answering.
 */
export async function askOnTerminal<T>(
  use: (ask: Ask) => Promise<T>,
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stdout,
): Promise<T> {
  const terminal = createInterface({ input, output });
  const ended = new Promise<never>((_, reject) => {
    terminal.once('close', () => reject(new UsageError('\nNothing was created.')));
  });
  const ask: Ask = async (question, validate) => {
    for (;;) {
      const answer = (await Promise.race([terminal.question(`${question}: `), ended])).trim();
      const problem = validate(answer);
      if (problem === undefined) return answer;
      output.write(`  ${problem}\n`);
    }
  };
  try {
    return await Promise.race([use(ask), ended]);
  } finally {
    terminal.close();
    ended.catch(() => undefined);
  }
}
