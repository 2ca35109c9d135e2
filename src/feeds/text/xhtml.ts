import type { ElementContent } from 'hast';

const voidElement = /^(br|col|hr|img|source|wbr)$/;

/** Returns elements as well-formed XML, which an HTML parser reads as the same elements. */
export function toXhtml(nodes: readonly ElementContent[]): string {
  return nodes.map(printNode).join('');
}

/** Removes the characters that XML 1.0 (section 2.2) does not allow, not even escaped. */
export function toXmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/** Escapes the text of an element, or of an attribute in double quotes. */
export function escapeXml(text: string): string {
  const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return toXmlText(text).replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

function printNode(node: ElementContent): string {
  if (node.type === 'text') return toXmlText(node.value).replace(/[&<>]/g, escapeXml);
  if (node.type !== 'element') return '';
  const { tagName, properties, children } = node;
  const attributes = Object.entries(properties).map(([property, value]) => {
    const name = property.toLowerCase();
    return ` ${name}="${value === true ? name : escapeXml(String(value))}"`;
  });
  const start = `<${tagName}${attributes.join('')}`;
  return voidElement.test(tagName) ? `${start}/>` : `${start}>${toXhtml(children)}</${tagName}>`;
}
