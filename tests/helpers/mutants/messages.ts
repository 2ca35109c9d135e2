import type { Problem } from '../../../src/content/parse/problem.ts';

/** Words of error messages of Node.js, V8 and libraries, and signs of values that are not texts. */
const rawMessage = new RegExp(
  [
    ...[String.raw`^\s+at .+:\d+`, String.raw`\bnode:`, String.raw`node_modules`],
    ...[
      'Cannot (?:read|set|convert|destructure)',
      'is not (?:a function|iterable|a constructor|defined)',
    ],
    ...['call stack', 'Invalid (?:string|array|time|regular|date|URL)', 'out of memory', 'heap'],
    ...[String.raw`Unexpected (?:token|end of|identifier|non-)`, String.raw`\bin JSON\b`],
    ...[String.raw`\bE(?:NOENT|ISDIR|NOTDIR|LOOP|NAMETOOLONG|ACCES|EXIST|INVAL|PERM)\b`],
    ...[
      String.raw`\[object `,
      String.raw`native code`,
      String.raw`\bundefined\b`,
      String.raw`\bNaN\b`,
    ],
    ...['VFileMessage', 'ZodError', 'acorn', 'parse5', 'micromark', 'InvalidContentEntry'],
  ].join('|'),
  'm',
);

/** Returns the problems whose messages contain an error of a library, or no words. Quotations are the author's words. */
export function findRawMessages(problems: readonly Problem[]): string[] {
  const texts = problems.flatMap(({ message, remedy }) => [message, remedy]);
  return texts.filter(isRawMessage);
}

/** Returns whether a text for a user contains an error of a library. The reasons of KaTeX are about TeX. */
export function isRawMessage(text: string): boolean {
  const ownWords = text.replace(/"[^"\n]*"/g, '""').replace(/(?<=cannot be typeset: ).*/, '');
  return text.trim() === '' || rawMessage.test(ownWords);
}

/** Formats the position, severity and code of a problem. */
export function formatProblem({ file, line, column, severity, code }: Problem): string {
  return `${file}:${line}:${column} ${severity} ${code}`;
}
