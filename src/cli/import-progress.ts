import type { ImportEvent } from '../import/import-site.ts';
import { counted, themeNames } from '../import/receipt/receipt-words.ts';

type Output = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/** Says how far an import is: on a terminal in one line that changes, else in a line for each step. */
export function tellProgress(output: Output): { tell(event: ImportEvent): void; end(): void } {
  let open = false;
  const line = (text: string) => {
    output.write(`${open ? '\r\u001B[2K' : ''}${text}${output.isTTY ? '' : '\n'}`);
    open = Boolean(output.isTTY);
  };
  return {
    tell(event) {
      if (event.kind === 'copied') {
        const { done, total } = event;
        if (output.isTTY) line(`Copying ${done} of ${total}`);
        else if (done === total) line(`Copied ${counted(total, 'file')}.`);
      } else line(wordsOf(event));
      if (event.kind === 'left-overs') end();
    },
    end,
  };

  function end(): void {
    if (open) output.write('\n');
    open = false;
  }
}

function wordsOf(event: Exclude<ImportEvent, { kind: 'copied' }>): string {
  if (event.kind === 'checking') return 'Reading what was copied, as a build would.';
  if (event.kind === 'left-overs') {
    return event.settled === 'finished'
      ? 'An earlier import was cut off while it moved its files; that is finished now.'
      : 'An earlier import was cut off; what it had copied is taken away.';
  }
  const { theme, files } = event.site;
  return `A site of ${themeNames[theme]} with ${counted(files.length, 'file')}.`;
}
