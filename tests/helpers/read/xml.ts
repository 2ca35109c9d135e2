import { SaxesParser } from 'saxes';

/** An element of an XML document, its name with the prefix as written. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  /** All text below it. */
  text: string;
  children: XmlElement[];
}

/** Parses a document and returns its root. Throws if it is not well-formed (XML 1.0, with namespaces). */
export function parseXml(xml: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element = { name, attributes: Object.fromEntries(values), text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (text: string) => {
    for (const element of open) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [root] = top.children;
  if (!root) throw new Error('The document has no element.');
  return root;
}

/** Parses a fragment of XHTML as XML, in a `<div>`. */
export function parseXhtml(html: string): XmlElement {
  return parseXml(`<div xmlns="http://www.w3.org/1999/xhtml">${html}</div>`);
}

export function findChildren(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Returns an element and all its descendants. */
export function flattenElements(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(flattenElements)];
}
