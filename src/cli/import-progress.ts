import type { ImportEvent } from '../import/import-site.ts';
import { counted, themeNames } from '../import/report/report-summary.ts';

type Output = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/** Reports the progress of an import: on a terminal on one line, else on one line for each step. */
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
  if (event.kind === 'checking') return 'Checking the imported site.';
  if (event.kind === 'left-overs') {
    return event.settled === 'finished'
      ? 'An earlier import was interrupted while it moved its files. It is now complete.'
      : 'An earlier import was interrupted. The files that it had copied were deleted.';
  }
  const { theme, files } = event.site;
  return `Importing a site made with ${themeNames[theme]}: ${counted(files.length, 'file')}.`;
}
