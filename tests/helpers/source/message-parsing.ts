import type { SourceFile } from './architecture.ts';

/** Files in which `code` means program code, not the code of a message. */
export const programCodeFiles: readonly string[] = [
  'src/import/quarto/quarto-cells.ts',
  'src/markdown/code/rehype-highlight.ts',
  'src/markdown/shortcodes/shortcode-code.ts',
  'src/markdown/source/mdx-exceptions.ts',
  'src/styles/accent-plugin.ts',
  'src/styles/printed-addresses.ts',
];

/** `message`, `x?.message`, `(x.message ?? '')`: the object of a method call. */
const toReceiverPattern = (words: string) =>
  String.raw`\b(?:${words})\b(?:!|\)|\]| *(?:\?\?|\|\||\+) *(?:'[^'\n]*'|[\w.]+)\))*\s*\??\.\s*`;

const toArgumentPattern = (words: string) =>
  String.raw`\.\s*(?:exec|test)\((?:[^()\n]|\([^()\n]*\))*?\b(?:${words})\b(?!\s*:)`;

/**
 * Finds code that parses a message, a remedy or a code: it matches a regular expression against it, or
 * searches a message for words. It goes by names, so it misses a text under another name. Returns one
 * line for each place, with its file.
 */
export function findMessageParsing(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const words = programCodeFiles.includes(path) ? 'message|remedy' : 'message|remedy|code';
    const patterns = [
      toReceiverPattern(words) + String.raw`(?:match|matchAll|search|replace)\(`,
      toReceiverPattern(words) + String.raw`(?:replaceAll|split)\(\s*(?:\/|new RegExp)`,
      toReceiverPattern('message|remedy') + String.raw`(?:startsWith|endsWith|includes|indexOf)\(`,
      toArgumentPattern(words),
    ];
    return patterns.flatMap((pattern) =>
      [...text.matchAll(new RegExp(pattern, 'g'))].map(([match]) => `${path}: ${match}`),
    );
  });
}
