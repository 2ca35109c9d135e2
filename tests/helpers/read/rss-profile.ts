import { findChildren, flattenElements, parseXhtml, parseXml, type XmlElement } from './xml.ts';

type Rule = (channel: XmlElement, items: XmlElement[], xml: string) => boolean;

const rfc822 = /^\w{3}, \d{2} \w{3} \d{4} \d\d:\d\d:\d\d (GMT|[+-]\d{4})$/;
const absolute = /^(https?:\/\/[^\s/]+\/|mailto:|tel:)/;
const forbiddenElements =
  /^(script|style|iframe|form|input|button|object|embed|link|meta|math|svg)$/;
const allowedAttributes =
  /^(href|src|poster|cite|alt|title|width|height|controls|colspan|rowspan|align|datetime|reversed|start|dir|lang|xmlns)$/;

/**
 * The rules that a feed of a site follows: RSS 2.0, the Best Practices Profile of the RSS Advisory
 * Board (by its sections), and the limits of feed readers.
 */
const rules: Record<string, Rule> = {
  'the channel has one title, link and description (4.1)': (channel) =>
    ['title', 'link', 'description'].every((name) => hasOne(channel, name)),
  'items follow everything else of the channel (4.1.1)': ({ children }) => {
    const first = children.findIndex(({ name }) => name === 'item');
    return first === -1 || children.slice(first).every(({ name }) => name === 'item');
  },
  'text inputs, clouds and hours to skip are left out (4.1.1)': ({ children }) =>
    !children.some(({ name }) => /^(textInput|cloud|skipHours|skipDays|rating)$/.test(name)),
  'ampersands and less-than signs are hexadecimal references (3.1)': (_, __, xml) =>
    !/&(amp|lt|gt|#38|#60);/.test(xml),
  'the language is a code (4.1.1.5)': (channel) =>
    /^[a-z]{2,3}(-[a-z0-9]+)*$/.test(getChildText(channel, 'language')),
  'every date is of RFC 822 with a year of four digits (3.2)': (channel, items) =>
    [channel, ...items]
      .flatMap(({ children }) => children)
      .filter(({ name }) => /^(pubDate|lastBuildDate)$/.test(name))
      .every(({ text }) => rfc822.test(text) && !Number.isNaN(Date.parse(text))),
  'the channel is not older than its items (4.1.1.6)': (channel, items) => {
    const built = Date.parse(getChildText(channel, 'lastBuildDate'));
    return (
      Number.isNaN(built) ||
      items.every((item) => !(Date.parse(getChildText(item, 'pubDate')) > built))
    );
  },
  'the feed names its own address (5.1)': (channel) =>
    findChildren(channel, 'atom:link').filter(
      ({ attributes: { rel, href, type } }) =>
        rel === 'self' && type === 'application/rss+xml' && absolute.test(href ?? ''),
    ).length === 1,
  'every link is an absolute address (3.4)': (channel, items) =>
    [channel, ...items].every((parent) => absolute.test(getChildText(parent, 'link'))),
  'an item has each element once, but categories and authors (4.1.1.20)': (_, items) =>
    items.every(({ children }) => {
      const names = children.map(({ name }) => name).filter((n) => !/category|creator/.test(n));
      return new Set(names).size === names.length;
    }),
  'an item has a title, a link, a description and its text': (_, items) =>
    items.every((item) =>
      ['title', 'link', 'description', 'content:encoded'].every(
        (name) => hasOne(item, name) && getChildText(item, name).trim() !== '',
      ),
    ),
  'a guid is one of a kind, and the address of the page (4.1.1.20.6)': (_, items) => {
    const guids = items.map((item) => getChildText(item, 'guid'));
    return (
      new Set(guids).size === items.length &&
      items.every(
        (item, i) =>
          guids[i] === getChildText(item, 'link') &&
          findChildren(item, 'guid')[0]?.attributes['isPermaLink'] === 'true',
      )
    );
  },
  'an item has one enclosure at most, with address, size and type (4.1.1.20.5)': (_, items) =>
    items.every((item) => {
      const enclosures = findChildren(item, 'enclosure');
      return (
        enclosures.length <= 1 &&
        enclosures.every(
          ({ attributes: { url = '', length = '', type = '' } }) =>
            absolute.test(url) && /^[1-9]\d*$/.test(length) && /^\w+\/[\w.+-]+$/.test(type),
        )
      );
    }),
  'the full text comes after the description (5.2)': (_, items) =>
    items.every(({ children }) => {
      const names = children.map(({ name }) => name);
      return names.indexOf('description') < names.indexOf('content:encoded');
    }),
  'a description is text, suitable as HTML (3.1)': (_, items) =>
    items.every((item) => parseXhtml(getChildText(item, 'description')).children.length === 0),
  'the full text is well-formed XHTML': (_, items) =>
    items.every((item) => parseContent(item).name === 'div'),
  'the full text has no relative address (3.4)': (_, items) =>
    listContentElements(items).every(({ attributes }) =>
      ['href', 'src', 'poster', 'cite'].every((name) => {
        const address = attributes[name];
        return address === undefined || absolute.test(address) || address.startsWith('data:image/');
      }),
    ),
  'the full text holds no script, style, frame, form, class, id or handler': (_, items) =>
    listContentElements(items).every(
      ({ name, attributes }) =>
        !forbiddenElements.test(name) &&
        Object.keys(attributes).every((key) => allowedAttributes.test(key)),
    ),
};

/** Returns the rules that a feed breaks. Throws if it is not XML. */
export function checkRss(xml: string): string[] {
  const rss = parseXml(xml);
  const channels = findChildren(rss, 'channel');
  const [channel] = channels;
  if (rss.name !== 'rss' || rss.attributes['version'] !== '2.0' || !channel || channels[1]) {
    return ['the document is RSS 2.0 with one channel (2)'];
  }
  const items = findChildren(channel, 'item');
  return Object.entries(rules).flatMap(([name, isKept]) =>
    isKept(channel, items, xml) ? [] : name,
  );
}

function listContentElements(items: XmlElement[]): XmlElement[] {
  return items.flatMap((item) => flattenElements(parseContent(item)));
}

function parseContent(item: XmlElement): XmlElement {
  return parseXhtml(getChildText(item, 'content:encoded'));
}

function hasOne(parent: XmlElement, name: string): boolean {
  return findChildren(parent, name).length === 1;
}

function getChildText(parent: XmlElement, name: string): string {
  return findChildren(parent, name)[0]?.text ?? '';
}
