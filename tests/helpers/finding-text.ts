import type { SourceFile } from './architecture.ts';

/** Files in which `code` is the code of a program. */
export const holdProgramCode: readonly string[] = [
  'src/markdown/code/rehype-highlight.ts',
  'src/markdown/shortcodes/shortcode-code.ts',
  'src/styles/accent-plugin.ts',
  'src/styles/printed-addresses.ts',
];

/** `message`, `x?.message`, `(x.message ?? '')`: what a method is called on. */
const receiver = (words: string) =>
  String.raw`\b(?:${words})\b(?:!|\)|\]| *(?:\?\?|\|\||\+) *(?:'[^'\n]*'|[\w.]+)\))*\s*\??\.\s*`;

const argument = (words: string) =>
  String.raw`\.\s*(?:exec|test)\((?:[^()\n]|\([^()\n]*\))*?\b(?:${words})\b(?!\s*:)`;

/**
 * Finds each place where a message, a remedy or a code is taken apart: a regular expression is matched
 * against it, or a message is searched for words. It looks at names alone, so a text under another name
 * escapes it. One line for each, with its file.
 */
export function findReadText(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const words = holdProgramCode.includes(path) ? 'message|remedy' : 'message|remedy|code';
    const patterns = [
      receiver(words) + String.raw`(?:match|matchAll|search|replace)\(`,
      receiver(words) + String.raw`(?:replaceAll|split)\(\s*(?:\/|new RegExp)`,
      receiver('message|remedy') + String.raw`(?:startsWith|endsWith|includes|indexOf)\(`,
      argument(words),
    ];
    return patterns.flatMap((pattern) =>
      [...text.matchAll(new RegExp(pattern, 'g'))].map(([found]) => `${path}: ${found}`),
    );
  });
}
