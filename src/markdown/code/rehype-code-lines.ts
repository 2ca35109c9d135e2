import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { parseLineSteps, type LineSteps } from './code-lines.ts';
import { visit } from 'unist-util-visit';

/**
 * Marks lines of code on slides. Each line becomes a `<span class="line">`, with `data-steps="0 2"`
 * where it is marked at some of several steps; those of the first step have the class `marked`.
 * For each further step an empty fragment stands at the end, so that it has its turn.
 */
export const rehypeCodeLines: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'element', (code) => {
      const { dataMeta } = code.properties;
      if (code.tagName !== 'code' || typeof dataMeta !== 'string') return;
      delete code.properties['dataMeta'];
      const steps = parseLineSteps(dataMeta);
      if (steps) code.children = [...markLines(code.children, steps), ...turns(steps)];
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
    // The break is part of the line, so that a marked one without words is seen.
    return [span({ className, ...dataSteps }, [...line, { type: 'text', value: '\n' }])];
  });
}

function turns(steps: LineSteps): ElementContent[] {
  return steps.slice(1).map(() => span({ className: ['fragment', 'turn'] }, []));
}

function span(properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties, children };
}
