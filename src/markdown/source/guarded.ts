import type { TextFinding } from '../environment.ts';
import type { TextRenderer } from '../render.ts';

/** Matches many levels of quotations or lists that start on one line. */
const nested = /^[ \t]*(?:>[ \t]*){300}|^[ \t]*(?:[*+-][ \t]+){300}/m;

/** Wraps a renderer so that it never throws: a text that cannot be rendered is left out, with an error. */
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
  const nothing = {
    html: '',
    hasMath: false,
    headings: [],
    imagePaths: [],
    usedFiles: [],
  };
  return { ...nothing, findings: [finding] };
}

function unreadable(error: unknown): TextFinding {
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const deep = error instanceof RangeError;
  return {
    code: 'text/unreadable',
    severity: 'error',
    message: deep
      ? 'the text has too many levels of nested lists or quotations'
      : `the text cannot be parsed: ${reason}`,
    remedy: deep ? 'Use fewer levels.' : 'Remove unusual Markdown or HTML from the text.',
    position: { line: 1, column: 1 },
  };
}
