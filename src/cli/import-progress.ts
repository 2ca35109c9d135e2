import type { ImportEvent } from '../import/import-site.ts';

type Output = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

interface ProgressReporter {
  report(event: ImportEvent): void;
  /** Ends the open line of a terminal. */
  end(): void;
}

/** Returns a reporter of the progress of an import: one line on a terminal, else one for each step. */
export function createProgressReporter(output: Output): ProgressReporter {
  let isOpen = false;
  const line = (text: string) => {
    output.write(`${isOpen ? '\r\u001B[2K' : ''}${text}${output.isTTY ? '' : '\n'}`);
    isOpen = Boolean(output.isTTY);
  };
  return {
    report(event) {
      if (event.kind === 'copied') {
        const { done, total } = event;
        if (output.isTTY) line(`Copying ${done} of ${total}`);
        else if (done === total) line(`Copied ${fileCount(total)}.`);
      } else if (event.kind === 'checked') {
        const { done, total } = event;
        if (output.isTTY) line(`Checking page ${done} of ${total}`);
        else if (done % PAGES_BETWEEN_LINES === 0 && done < total)
          line(`Checked ${done} of ${total} pages.`);
      } else line(formatEvent(event));
      if (event.kind === 'resumed') end();
    },
    end,
  };

  function end(): void {
    if (isOpen) output.write('\n');
    isOpen = false;
  }
}

/** A line without a terminal is for a log, where the first of the steps is printed soon. */
const PAGES_BETWEEN_LINES = 200;

function formatEvent(event: Exclude<ImportEvent, { kind: 'copied' | 'checked' }>): string {
  if (event.kind === 'checking') return 'Checking the imported site.';
  if (event.kind === 'resumed') {
    return event.outcome === 'finished'
      ? 'An earlier import was interrupted while it moved its files. It is now complete.'
      : 'An earlier import was interrupted. The files that it had copied were deleted.';
  }
  return `Importing a site made with ${event.theme}: ${fileCount(event.files)}.`;
}

function fileCount(files: number): string {
  return files === 1 ? '1 file' : `${files} files`;
}
