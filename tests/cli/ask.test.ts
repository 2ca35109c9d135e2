import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { askOnTerminal } from '../../src/cli/ask.ts';

/** Simulates a person who types one of these lines after each question. */
function person(...lines: string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    if (!text.endsWith(': ')) return;
    const line = lines.shift();
    if (line === undefined) input.end();
    else input.write(`${line}\n`);
  });
  return { input, output, shown: () => shown };
}

const short = (answer: string) => (answer.length > 3 ? 'That is too long.' : undefined);

it('asks again until the answer is valid', async () => {
  const { input, output, shown } = person('much too long', ' yes ');
  const answer = await askOnTerminal((ask) => ask('Well', short), input, output);
  expect(answer).toBe('yes');
  expect(shown()).toBe('Well:   That is too long.\nWell: ');
});

it('stops when the person does', async () => {
  const { input, output } = person('one');
  const asked = askOnTerminal(
    async (ask) => [await ask('First', short), await ask('Second', short)],
    input,
    output,
  );
  await expect(asked).rejects.toThrow('Nothing was created.');
});
