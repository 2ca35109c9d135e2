import type { Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from './visit.ts';

/** A line that starts with a colon, which a definition starts with in goldmark, kramdown and Pandoc. */
const definitionLine = /^[ \t>]*:[ \t]+\S/m;
const lineBreak = /\r?\n/;
const definitionStart = /\r?\n:[ \t]+|^:[ \t]+/;

/** A term or one of its definitions. */
interface Part {
  type: 'definitionPart';
  data: { hName: 'dt' | 'dd' };
  children: PhrasingContent[];
}

/** A list of terms and definitions. The tree of Markdown has no such nodes. */
interface DefinitionList {
  type: 'definitionList';
  data: { hName: 'dl' };
  children: Part[];
}

/**
 * Turns paragraphs of terms, each on a line, and definitions, on lines that start with a colon, into
 * lists of definitions. A blank line may be before a definition.
 */
export const remarkDefinitionLists: Plugin<[], Root> = function () {
  return (tree, file) => {
    if (!definitionLine.test(String(file))) return;
    visit(tree, (node: Nodes) => {
      if ('children' in node && node.children.some((child) => child.type === 'paragraph'))
        joinDefinitions(node);
    });
  };
};

function joinDefinitions(parent: Parents): void {
  const children: (Nodes | DefinitionList)[] = [];
  for (const child of parent.children) {
    const previous = children.at(-1);
    const parts = child.type === 'paragraph' ? splitParagraph(child) : [];
    const isDefinition = parts[0]?.data.hName === 'dd';
    if (previous?.type === 'definitionList' && parts.length > 0) previous.children.push(...parts);
    else if (isDefinition && previous?.type === 'paragraph') {
      children[children.length - 1] = toList([...toTerms(previous.children), ...parts]);
    } else if (parts.length > 0 && !isDefinition) children.push(toList(parts));
    else children.push(child);
  }
  parent.children = children as never;
}

function toList(children: Part[]): DefinitionList {
  return { type: 'definitionList', data: { hName: 'dl' }, children };
}

/** Returns the terms and definitions of a paragraph; none for one without definitions. */
function splitParagraph({ children }: Paragraph): Part[] {
  const segments = splitText(children, definitionStart, { keepsFirst: true });
  const [first = [], ...definitions] = segments;
  if (definitions.length === 0) return [];
  return [
    ...(first.length > 0 ? toTerms(first) : []),
    ...definitions.map((content): Part => toPart('dd', content)),
  ];
}

function toTerms(children: readonly PhrasingContent[]): Part[] {
  return splitText(children, lineBreak, { keepsFirst: false }).map((content) =>
    toPart('dt', content),
  );
}

function toPart(hName: 'dt' | 'dd', children: PhrasingContent[]): Part {
  return { type: 'definitionPart', data: { hName }, children };
}

/** Splits nodes where a pattern is in a text. @param keepsFirst Keeps the first segment if it is empty. */
function splitText(
  children: readonly PhrasingContent[],
  pattern: RegExp,
  { keepsFirst }: { keepsFirst: boolean },
): PhrasingContent[][] {
  const segments: PhrasingContent[][] = [[]];
  for (const [i, child] of children.entries()) {
    if (child.type !== 'text') {
      segments.at(-1)!.push(child);
      continue;
    }
    let rest = child.value;
    for (;;) {
      const found = pattern.exec(rest);
      // A colon at the start of a later text is not at the start of a line.
      const isAtStart = found?.index === 0 && !lineBreak.test(found[0]);
      if (!found || (isAtStart && (i > 0 || rest !== child.value))) break;
      pushText(segments.at(-1)!, rest.slice(0, found.index), child);
      segments.push([]);
      rest = rest.slice(found.index + found[0].length);
    }
    pushText(segments.at(-1)!, rest, child);
  }
  return segments.filter((segment, i) => segment.length > 0 || (keepsFirst && i === 0));
}

function pushText(segment: PhrasingContent[], value: string, source: PhrasingContent): void {
  if (value !== '')
    segment.push({ type: 'text', value, ...(source.position && { position: source.position }) });
}
