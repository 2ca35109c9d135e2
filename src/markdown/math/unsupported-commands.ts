/** Why a command has no effect in a formula, and what the author can write instead. */
export interface UnsupportedCommand {
  /** With its backslash. */
  name: string;
  /** What the page shows. */
  shown: 'source' | 'text';
  remedy: string;
}

const image = 'Put the image outside of the formula: ![description](file.png).';
const link = 'Put the link around the formula: [$x$](https://example.org).';
const plain = 'Delete the command, and keep only its second argument.';

/**
 * The commands that KaTeX typesets only for trusted authors (its option `trust`), because they add attributes and addresses
 * to the page. Without trust, it shows their names and drops their arguments. `\href` is in `latexCommands`, too.
 * @see https://katex.org/docs/supported#html
 */
const remedies = {
  includegraphics: image,
  href: link,
  url: link,
  htmlClass: plain,
  htmlId: plain,
  htmlStyle: plain,
  htmlData: plain,
} as const satisfies Record<string, string>;

const pattern = new RegExp(
  `(?<!\\\\)(?:\\\\\\\\)*\\\\(${Object.keys(remedies).join('|')})(?![a-zA-Z@])`,
);

/**
 * Returns the first command of a formula that KaTeX typesets only for trusted authors.
 * @param tex The formula, with the definitions of the author's macros in it.
 */
export function findUnsupportedCommand(tex: string): UnsupportedCommand | undefined {
  const name = pattern.exec(tex)?.[1] as keyof typeof remedies | undefined;
  if (name === undefined) return undefined;
  return {
    name: `\\${name}`,
    shown: name === 'href' ? 'text' : 'source',
    remedy: remedies[name],
  };
}
