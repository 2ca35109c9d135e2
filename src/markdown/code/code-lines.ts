import type { Element, ElementContent, Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import type { Plugin } from 'unified';
import { getMarkdownContext } from '../source/markdown-context.ts';
import { visit } from '../source/visit.ts';

/** Keeps the text after the language of a code block on slides, for `rehypeCodeLines`. */
export const remarkCodeLines: Plugin<[], MarkdownRoot> = function () {
  return (tree, file) => {
    if (getMarkdownContext(file).slides !== true) return;
    visit(tree, 'code', (code) => {
      if (!code.meta) return;
      code.data = { ...code.data, hProperties: { ...code.data?.hProperties, dataMeta: code.meta } };
    });
  };
};

/**
 * Marks lines of code on slides. Each line becomes a `<span class="line">`, with `data-steps="0 2"`
 * if it is marked at some of several steps; lines of the first step have the class `marked`. Adds
 * an empty fragment for each further step, so that reveal.js stops there.
 */
export const rehypeCodeLines: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'element', (code) => {
      const { dataMeta } = code.properties;
      if (code.tagName !== 'code' || typeof dataMeta !== 'string') return;
      delete code.properties['dataMeta'];
      const steps = parseLineSteps(dataMeta);
      if (steps) code.children = [...markLines(code.children, steps), ...toStepFragments(steps)];
    });
  };
};

function markLines(children: readonly ElementContent[], steps: LineSteps): ElementContent[] {
  const lines: ElementContent[][] = [[]];
  for (const child of children) {
    if (child.type !== 'text') lines.at(-1)?.push(child);
    else {
      const [first = '', ...rest] = child.value.split('\n');
      for (const [i, value] of [first, ...rest].entries()) {
        if (i > 0) lines.push([]);
        if (value) lines.at(-1)?.push({ type: 'text', value });
      }
    }
  }
  if (lines.at(-1)?.length === 0) lines.pop();
  return lines.flatMap((line, i) => {
    const marked = steps.flatMap((numbers, step) => (numbers.includes(i + 1) ? [step] : []));
    const className = ['line', ...(marked.includes(0) ? ['marked'] : [])];
    const dataSteps = steps.length > 1 && marked.length > 0 ? { dataSteps: marked.join(' ') } : {};
    // The line break is inside the span, so that an empty line is visible when it is marked.
    return [createSpan({ className, ...dataSteps }, [...line, { type: 'text', value: '\n' }])];
  });
}

function toStepFragments(steps: LineSteps): ElementContent[] {
  return steps.slice(1).map(() => createSpan({ className: ['fragment', 'turn'] }, []));
}

function createSpan(properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties, children };
}

/** The lines to mark at each step, counted from 1. */
export type LineSteps = number[][];

/**
 * Parses which lines to mark: `{hl_lines=[2,"4-5"]}` of Hugo, or `[2,4-5]` and `[1|2-3]` of
 * reveal.js, in which `|` separates steps. A step may mark no line: `[|2]`.
 * @param meta The text after the language.
 */
export function parseLineSteps(meta: string): LineSteps | undefined {
  const hugoLines = /\bhl_lines\s*=\s*(?:\[([^\]]*)\]|"([^"]*)"|(\d+))/.exec(meta);
  if (hugoLines)
    return [
      parseLineNumbers((hugoLines[1] ?? hugoLines[2] ?? hugoLines[3] ?? '').replace(/["']/g, '')),
    ];
  const revealLines = /^\s*[[{](?:\d+:)?([\d\s,|-]+)[\]}]/.exec(meta)?.[1];
  if (!revealLines?.trim()) return undefined;
  return revealLines.split('|').map(parseLineNumbers);
}

function parseLineNumbers(text: string): number[] {
  return text.split(/[\s,]+/).flatMap((part) => {
    const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (from === undefined) return [];
    const last = Math.min(Number(to), Number(from) + maxLines);
    return Array.from({ length: last - Number(from) + 1 }, (_, i) => Number(from) + i);
  });
}

/** A limit for a typo such as `1-99999999`. */
const maxLines = 2000;
