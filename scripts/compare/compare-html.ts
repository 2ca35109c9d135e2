import { createHash } from 'node:crypto';
import type { Element, Nodes, Parents } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { find, html } from 'property-information';
import { changedPairs } from './align.ts';
import { changedWords, type Change } from './compare-text.ts';

/** Compares two pages element by element: attributes, texts, added and removed nodes. */
export function compareHtml(before: string, after: string): Change[] {
  return compareChildren(fromHtml(before), fromHtml(after), []);
}

function compareChildren(before: Parents, after: Parents, path: string[]): Change[] {
  const pairs = changedPairs(
    childrenOf(before),
    childrenOf(after),
    (a, b) => fingerprint(a) === fingerprint(b),
    (a, b) => nameOf(a) === nameOf(b),
  );
  return pairs.flatMap(({ before: a, after: b }) => {
    if (a && b) return compareNodes(a, b, path);
    return [changeOf([...path, nameOf((a ?? b)!)], '', excerpt(a), excerpt(b))];
  });
}

/** Compares two nodes of one name. */
function compareNodes(before: Nodes, after: Nodes, path: string[]): Change[] {
  if (before.type === 'element' && after.type === 'element') {
    const here = [...path, describe(after)];
    return [...compareAttributes(before, after, here), ...compareChildren(before, after, here)];
  }
  const words = changedWords(textOf(before), textOf(after));
  return words.map((change) => changeOf(path, '', change.before, change.after));
}

function compareAttributes(before: Element, after: Element, path: string[]): Change[] {
  const names = new Set([...Object.keys(before.properties), ...Object.keys(after.properties)]);
  return [...names].flatMap((name) => {
    const [a, b] = [valueOf(before, name), valueOf(after, name)];
    if (a === b) return [];
    const attribute = `[${find(html, name).attribute}]`;
    if (a === undefined || b === undefined || a === '' || b === '') {
      return [changeOf(path, attribute, quote(a), quote(b))];
    }
    return changedWords(a, b).map((words) => changeOf(path, attribute, words.before, words.after));
  });
}

function changeOf(path: string[], attribute: string, before: string, after: string): Change {
  const label = (path.at(-1) ?? 'document') + attribute;
  return { label, place: path.join(' > ') + attribute, before, after };
}

function childrenOf(node: Parents): Nodes[] {
  return 'content' in node && node.content ? node.content.children : node.children;
}

/** An absent attribute gives an empty text, one without a value a pair of quotes. */
function quote(value: string | undefined): string {
  return value === '' ? '""' : (value ?? '');
}

function valueOf({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

function nameOf(node: Nodes): string {
  return node.type === 'element' ? node.tagName : node.type;
}

/** Returns the element as in a CSS selector: `p.summary`. */
function describe(element: Element): string {
  const { id, className } = element.properties;
  const first = Array.isArray(className) ? className[0] : undefined;
  return element.tagName + (id ? `#${String(id)}` : first ? `.${String(first)}` : '');
}

function textOf(node: Nodes): string {
  return 'value' in node ? node.value : '';
}

function excerpt(node: Nodes | undefined): string {
  return node ? toHtml(node) : '';
}

const fingerprints = new WeakMap<Nodes, string>();

/** Returns a hash that is the same for equal nodes, whatever the order of their attributes. */
function fingerprint(node: Nodes): string {
  const known = fingerprints.get(node);
  if (known !== undefined) return known;
  const properties = node.type === 'element' ? Object.entries(node.properties).sort() : [];
  const children = 'children' in node ? childrenOf(node).map(fingerprint) : [];
  const text = JSON.stringify([nameOf(node), properties, textOf(node), children]);
  const hash = createHash('sha1').update(text).digest('base64');
  fingerprints.set(node, hash);
  return hash;
}
