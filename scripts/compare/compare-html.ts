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
    getChildren(before),
    getChildren(after),
    (a, b) => fingerprint(a) === fingerprint(b),
    (a, b) => getName(a) === getName(b),
  );
  return pairs.flatMap(({ before: a, after: b }) => {
    if (a && b) return compareNodes(a, b, path);
    return [toChange([...path, getName((a ?? b)!)], '', toMarkup(a), toMarkup(b))];
  });
}

/** Compares two nodes with the same name. */
function compareNodes(before: Nodes, after: Nodes, path: string[]): Change[] {
  if (before.type === 'element' && after.type === 'element') {
    const elementPath = [...path, toSelector(after)];
    return [
      ...compareAttributes(before, after, elementPath),
      ...compareChildren(before, after, elementPath),
    ];
  }
  const words = changedWords(getText(before), getText(after));
  return words.map((change) => toChange(path, '', change.before, change.after));
}

function compareAttributes(before: Element, after: Element, path: string[]): Change[] {
  const names = new Set([...Object.keys(before.properties), ...Object.keys(after.properties)]);
  return [...names].flatMap((name) => {
    const [a, b] = [getValue(before, name), getValue(after, name)];
    if (a === b) return [];
    const attribute = `[${find(html, name).attribute}]`;
    if (a === undefined || b === undefined || a === '' || b === '') {
      return [toChange(path, attribute, quote(a), quote(b))];
    }
    return changedWords(a, b).map((words) => toChange(path, attribute, words.before, words.after));
  });
}

function toChange(path: string[], attribute: string, before: string, after: string): Change {
  const label = (path.at(-1) ?? 'document') + attribute;
  return { label, place: path.join(' > ') + attribute, before, after };
}

function getChildren(node: Parents): Nodes[] {
  return 'content' in node && node.content ? node.content.children : node.children;
}

/** Formats an attribute: empty if it is absent, a pair of quotes if it has no value. */
function quote(value: string | undefined): string {
  return value === '' ? '""' : (value ?? '');
}

function getValue({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

function getName(node: Nodes): string {
  return node.type === 'element' ? node.tagName : node.type;
}

/** Returns the element as in a CSS selector: `p.summary`. */
function toSelector(element: Element): string {
  const { id, className } = element.properties;
  const first = Array.isArray(className) ? className[0] : undefined;
  return element.tagName + (id ? `#${String(id)}` : first ? `.${String(first)}` : '');
}

function getText(node: Nodes): string {
  return 'value' in node ? node.value : '';
}

function toMarkup(node: Nodes | undefined): string {
  return node ? toHtml(node) : '';
}

const fingerprints = new WeakMap<Nodes, string>();

/** Returns a hash that is the same for equal nodes, whatever the order of their attributes. */
function fingerprint(node: Nodes): string {
  const cached = fingerprints.get(node);
  if (cached !== undefined) return cached;
  const properties = node.type === 'element' ? Object.entries(node.properties).sort() : [];
  const children = 'children' in node ? getChildren(node).map(fingerprint) : [];
  const text = JSON.stringify([getName(node), properties, getText(node), children]);
  const hash = createHash('sha1').update(text).digest('base64');
  fingerprints.set(node, hash);
  return hash;
}
