import type { TextFinding } from '../environment.ts';
import type { TextRenderer } from '../render.ts';

/** Quotations and lists that are opened in one line, one inside the other. */
const nested = /^[ \t]*(?:>[ \t]*){300}|^[ \t]*(?:[*+-][ \t]+){300}/m;

/** A renderer that never throws: a text that overcomes it is left out, with an error. */
export function guarded(renderer: TextRenderer): TextRenderer {
  return {
    inline(written, options) {
      try {
        return renderer.inline(written, options);
      } catch (error) {
        return { html: '', text: '', findings: [unreadable(error)] };
      }
    },
    plain(written, options) {
      try {
        return nested.test(written) ? '' : renderer.plain(written, options);
      } catch {
        return '';
      }
    },
    async block(written, options) {
      try {
        if (!nested.test(written)) return await renderer.block(written, options);
      } catch (error) {
        return nothingBut(unreadable(error));
      }
      return nothingBut(unreadable(new RangeError()));
    },
  };
}

function nothingBut(finding: TextFinding) {
  const nothing = { html: '', headings: [], imagePaths: [], usedFiles: [], lookedUp: {} };
  return { ...nothing, findings: [finding] };
}

function unreadable(error: unknown): TextFinding {
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const deep = error instanceof RangeError;
  return {
    code: 'text/unreadable',
    severity: 'error',
    message: deep ? 'the text nests its marks too deeply' : `the text cannot be read: ${reason}`,
    remedy: deep
      ? 'Write it with fewer marks inside one another.'
      : 'Take out what is unusual in it.',
    position: { line: 1, column: 1 },
  };
}
