/** Marks that TeX has words for; as braces, they would upset BibTeX even with a backslash. */
const texWords: Record<string, string> = {
  '\\': 'backslash',
  '{': 'braceleft',
  '}': 'braceright',
  '~': 'asciitilde',
  '^': 'asciicircum',
};

/** A text outside formulas as TeX. What is escaped already, as Markdown allows, stays so. */
export function escapeTex(text: string): string {
  return text.replace(/\\?([&%#_$])|[\\{}~^]/g, (mark, plain: string | undefined) =>
    plain === undefined ? `\\text${texWords[mark]}{}` : `\\${plain}`,
  );
}
