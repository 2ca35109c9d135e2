import type { Element, ElementContent, Parents, Root } from 'hast';
import type { Plugin } from 'unified';
import type { Node, Position } from 'unist';
import { SKIP } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isJsxElement, type JsxElement } from '../source/jsx-elements.ts';
import { addFinding } from '../source/markdown-context.ts';
import { visit } from '../source/visit.ts';
import {
  findAttributeObjection,
  findElementObjection,
  type Objection,
} from './unsupported-html.ts';

/**
 * Removes HTML that describes or redirects the whole page, that no browser supports, or that the
 * security policy of pages blocks, such as inline scripts. Reports it, and keeps the words in it.
 * Makes what lazy loaders and old versions of SVG write, `data-src` and `xlink:href`, ordinary addresses.
 */
export const rehypeUnsupportedHtml: Plugin<[], Root> = function () {
  return (tree, file) => cleanTree(tree, file, false);
};

/** @param isRisky A browser may read the elements in another way than this program: see `removeEndTags`. */
function cleanTree(tree: Parents, file: VFile, isRisky: boolean): void {
  const risky = new Set<Node>();
  visit(tree, (node, index, parent) => {
    if (node.type !== 'element') {
      if (isJsxElement(node)) removeHandlers(node, file);
      return undefined;
    }
    const element = node as Element;
    renameAddress(element.properties, 'xLinkHref', 'href');
    const objection = findElementObjection(element);
    if (objection && parent && index !== undefined) {
      report(file, element, describeElement(element), objection);
      const words = keepsWords(element) ? element.children : [];
      (parent as Parents).children.splice(index, 1, ...words);
      return [SKIP, index];
    }
    const isInRisky = isRisky || (parent !== undefined && risky.has(parent));
    if (isInRisky || parsedDifferently.test(element.tagName)) risky.add(element);
    cleanElement(element, file, isInRisky);
    const { content } = element;
    if (!content) return undefined;
    cleanTree(content, file, true);
    const isShown = 'shadowRootMode' in element.properties;
    if (!isShown || !parent || index === undefined) return undefined;
    report(file, element, '<template shadowrootmode>', findAttributeObjection('shadowRootMode')!);
    (parent as Parents).children.splice(index, 1, ...(content.children as ElementContent[]));
    return [SKIP, index];
  });
}

/**
 * Elements whose content a browser parses in another way, depending on where they are and on whether it runs
 * scripts. The end tag of such an element in an attribute could end the attribute.
 */
const parsedDifferently = /^(?:noscript|svg|math|template)$/;
const sourceElements = /^(?:xmp|listing)$/;
const lazyElements = /^(?:img|iframe|video|audio|source|track|embed)$/;

function cleanElement(element: Element, file: VFile, isInRisky: boolean): void {
  const { tagName, properties } = element;
  // A browser would show the references to characters in them.
  if (sourceElements.test(tagName)) element.tagName = 'pre';
  if (tagName === 'iframe') element.children = [];
  if (lazyElements.test(tagName)) renameAddress(properties, 'dataSrc', 'src');
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'shadowRootMode') continue;
    const objection =
      findAttributeObjection(name) ?? (isInRisky ? findEndTag(String(value)) : undefined);
    if (!objection) continue;
    delete properties[name];
    report(file, element, describeAttribute(element, name), objection);
  }
}

function findEndTag(value: string): Objection | undefined {
  if (!/<\/[a-z]/i.test(value)) return undefined;
  return {
    ...{ code: 'text/unsupported-html', reason: 'contains an end tag, which can hide scripts' },
    remedy: 'Write &lt; without a tag.',
  };
}

/** Moves the value of an attribute to another one, unless that one has a value. */
function renameAddress(properties: Element['properties'], from: string, to: string): void {
  const value = properties[from];
  if (typeof value !== 'string') return;
  delete properties[from];
  properties[to] ??= value;
}

/** Text that readers never see. */
function keepsWords({ tagName }: Element): boolean {
  return !/^(?:script|style|noembed|noframes)$/i.test(tagName);
}

/** Removes event handlers of HTML elements in MDX. Components may have properties of the same names. */
function removeHandlers(node: JsxElement, file: VFile): void {
  const { name } = node;
  if (name === null || !/^[a-z]/.test(name)) return;
  node.attributes = node.attributes.filter((attribute) => {
    const attributeName = attribute.name ?? '';
    const objection = findAttributeObjection(attributeName);
    if (objection) report(file, node, `${attributeName} of <${name}>`, objection);
    return !objection;
  });
}

function report(
  file: VFile,
  { position }: Node,
  what: string,
  { code, reason, remedy }: Objection,
): void {
  const { line = 1, column = 1 } = position?.start ?? {};
  const message = `${what} ${reason}`;
  addFinding(file, {
    ...{ code, message, result: 'so it is removed', remedy },
    position: { line, column },
  });
}

/** Attributes that say what an element is. */
const kindAttributes = [
  ['httpEquiv', 'http-equiv'],
  ['name', 'name'],
  ['rel', 'rel'],
  ['attributeName', 'attributeName'],
] as const;

function describeElement({ tagName, properties }: Element): string {
  for (const [property, name] of kindAttributes) {
    const value = properties[property];
    const text = Array.isArray(value) ? value.join(' ') : value;
    if (typeof text === 'string') return `<${tagName} ${name}="${text}">`;
  }
  return tagName === 'script' ? '<script> without src' : `<${tagName}>`;
}

function describeAttribute({ tagName }: Element, name: string): string {
  return `${name.toLowerCase()} of <${tagName}>`;
}

/** Tags that the parser drops, since they are allowed only outside the body of a page. */
const droppedTag = /<(frameset|frame|body|html|head)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;

/** Reports tags of frames and event handlers of a page in a text, before a parser drops them. */
export const rehypeDroppedTags: Plugin<[], Root> = function () {
  return (tree, file) => {
    visit(tree, 'raw', (node) => {
      const { value, position } = node as { value: string } & Node;
      for (const { index, 1: tag = '', 2: attributes = '' } of value.matchAll(droppedTag)) {
        const name = tag.toLowerCase();
        const handler = /\s(on[a-z]+)\s*=/i.exec(attributes)?.[1];
        const at = { position: position && moveStart(position, value.slice(0, index)) } as Node;
        if (name.startsWith('frame')) {
          const remedy = 'Use <iframe>, or a link.';
          const reason = 'is not supported inside a page';
          report(file, at, `<${name}>`, { code: 'text/unsupported-html', reason, remedy });
        } else if (handler !== undefined) {
          const objection = findAttributeObjection(handler)!;
          report(file, at, `${handler.toLowerCase()} of <${name}>`, objection);
        }
      }
    });
  };
};

/** Returns the position that has `text` between its start and that of another one. */
function moveStart({ start, end }: Position, text: string): Position {
  const lines = text.split('\n');
  const line = start.line + lines.length - 1;
  const length = lines.at(-1)!.length;
  return { start: { line, column: lines.length === 1 ? start.column + length : length + 1 }, end };
}
