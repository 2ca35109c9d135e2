import { applyEdits, type Edit } from './edits.ts';
import { isInside, regionsOf } from './regions.ts';

const modules = /^(?:import|export)\b.*(?:\n(?![ \t]*\n).+)*/gm;
const components = /<\/?[A-Z][\w.]*(?:\s(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^<>"'{}])*)?\/?>/g;
const comments = /\{\s*\/\*[\s\S]*?\*\/\s*\}/g;

/** MDX without what only a program understands: a component leaves its title and what is inside. */
export function withoutJsx(text: string): string {
  const { code, formulas } = regionsOf(text);
  const edits: Edit[] = [];
  for (const pattern of [modules, components, comments]) {
    for (const { index, 0: found } of text.matchAll(pattern)) {
      if (isInside(code, index) || isInside(formulas, index)) continue;
      const [, title] = (pattern === components && /\stitle="([^"]+)"/.exec(found)) || [];
      edits.push({ start: index, end: index + found.length, text: title ? `**${title}**\n` : '' });
    }
  }
  return applyEdits(text, edits).text;
}
