import { getAttribute, type Page } from './html.ts';

/** A node of JSON-LD, as other programs read it. */
export type JsonLdNode = Record<string, unknown> & { '@type': string };

/** Returns the nodes of a page's graph, or none if the page has no JSON-LD. Throws if it has two graphs. */
export function readGraph(page: Page): JsonLdNode[] {
  const scripts = page
    .all('script')
    .filter((script) => getAttribute(script, 'type') === 'application/ld+json');
  if (scripts.length > 1) throw new Error('more than one graph');
  return scripts.flatMap((script) => {
    const [text] = script.children;
    return parseGraph(text?.type === 'text' ? text.value : '');
  });
}

export function parseGraph(json: string): JsonLdNode[] {
  const graph = JSON.parse(json) as { '@context': unknown; '@graph': JsonLdNode[] };
  if (graph['@context'] !== 'https://schema.org') throw new Error('another context');
  return graph['@graph'];
}

/** Returns all nodes of one type, including nested ones. */
export function findNodes(value: unknown, type: string): JsonLdNode[] {
  if (Array.isArray(value)) return value.flatMap((item) => findNodes(item, type));
  if (!isNode(value)) return [];
  const inside = Object.values(value).flatMap((item) => findNodes(item, type));
  return value['@type'] === type ? [value, ...inside] : inside;
}

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const isAddress = (value: unknown) => typeof value === 'string' && /^https?:\/\/\S+$/.test(value);
const isTime = (value: unknown) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z))?$/.test(value);
const isNode = (value: unknown): value is JsonLdNode => typeof value === 'object' && value !== null;
const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const getType = (value: unknown) => (isNode(value) ? value['@type'] : undefined);
const hasAddress = (place: unknown): boolean => {
  if (!isNode(place)) return false;
  if (place['@type'] === 'VirtualLocation') return isAddress(place['url']);
  const address = place['address'];
  if (isText(address)) return true;
  return isNode(address) && Object.entries(address).some(([key]) => !key.startsWith('@'));
};

type Rules = Record<string, (node: JsonLdNode) => boolean>;

/**
 * What Google Search documents for Event. It also recommends `organizer`, `offers` and
 * `previousStartDate`, for which a talk has no key, and `endDate`, which is optional.
 */
const event: Rules = {
  'required: name': ({ name }) => isText(name),
  'required: startDate with an offset, or a day': ({ startDate }) => isTime(startDate),
  'required: location': ({ location }) =>
    toList(location).every((place) => /^(Place|VirtualLocation)$/.test(getType(place) ?? '')),
  'required: location.address, or url of a VirtualLocation': ({ location }) =>
    toList(location).every(hasAddress),
  'recommended: location.name': ({ location }) =>
    toList(location).every(
      (place) => getType(place) !== 'Place' || isText((place as JsonLdNode)['name']),
    ),
  'recommended: description': ({ description }) => isText(description),
  'recommended: endDate, after the start and as exact': ({ startDate, endDate }) =>
    endDate === undefined || (isTime(endDate) && String(endDate) >= String(startDate).slice(0, 10)),
  'recommended: eventStatus': ({ eventStatus }) =>
    /^https:\/\/schema\.org\/Event(Scheduled|Postponed|Cancelled)$/.test(String(eventStatus)),
  'recommended: eventAttendanceMode': ({ eventAttendanceMode: mode }) =>
    /^https:\/\/schema\.org\/(Offline|Online|Mixed)EventAttendanceMode$/.test(String(mode)),
  'recommended: image': ({ image }) => toList(image).every(isAddress),
  'recommended: performer.name': ({ performer }) =>
    toList(performer).every(
      (one) => getType(one) === 'Person' && isText((one as JsonLdNode)['name']),
    ),
  'a url of its own': ({ url }) => isAddress(url),
};

/** Rules about the place, which an author may leave out. */
const placeRules = /location|eventAttendanceMode/;

/** Google Search on BreadcrumbList: two or more ListItems with `position`, `name` and `item`. */
const breadcrumbs: Rules = {
  'required: itemListElement, two or more': ({ itemListElement: items }) =>
    toList(items).length >= 2,
  'required: position, from 1': ({ itemListElement: items }) =>
    toList(items).every(
      (item, i) => getType(item) === 'ListItem' && (item as JsonLdNode)['position'] === i + 1,
    ),
  'required: name': ({ itemListElement: items }) =>
    toList(items).every((item) => isText((item as JsonLdNode)['name'])),
  'required: item': ({ itemListElement: items }) =>
    toList(items).every((item) => isAddress((item as JsonLdNode)['item'])),
};

/**
 * Google Search on VideoObject. Of what it recommends, `duration`, `expires`, `hasPart`,
 * `interactionStatistic` and the regions are not known, nor a `contentUrl` or `embedUrl` if the
 * address is a page of an unknown site.
 */
const video: Rules = {
  'required: name': ({ name }) => isText(name),
  'required: thumbnailUrl': ({ thumbnailUrl }) => toList(thumbnailUrl).every(isAddress),
  'required: uploadDate': ({ uploadDate }) => isTime(uploadDate),
  'recommended: description': ({ description }) => isText(description),
  'recommended: contentUrl and embedUrl are addresses': ({ contentUrl, embedUrl }) =>
    [contentUrl, embedUrl].every((address) => address === undefined || isAddress(address)),
};

/** Google Search on BlogPosting: nothing is required, and all of these are recommended. */
const posting: Rules = {
  'recommended: headline': ({ headline }) => isText(headline),
  'recommended: datePublished': ({ datePublished }) => isTime(datePublished),
  'recommended: dateModified, not before': ({ datePublished, dateModified }) =>
    dateModified === undefined ||
    (isTime(dateModified) && String(dateModified) >= String(datePublished)),
  'recommended: author.name': ({ author }) =>
    toList(author).every((one) => getType(one) === 'Person' && isText((one as JsonLdNode)['name'])),
  'recommended: image': ({ image }) => toList(image).every(isAddress),
  'a url of its own': ({ url }) => isAddress(url),
};

/** Returns the documented rules that the nodes of a graph break, each with its type. */
export function checkGraph(graph: JsonLdNode[]): string[] {
  const check = (type: string, rules: Rules, skip: (node: JsonLdNode, rule: string) => boolean) =>
    findNodes(graph, type).flatMap((node) =>
      Object.entries(rules).flatMap(([rule, isKept]) =>
        skip(node, rule) || isKept(node) ? [] : [`${type}: ${rule}`],
      ),
    );
  const isUnknownPlace = (node: JsonLdNode, rule: string) =>
    node['location'] === undefined && placeRules.test(rule);
  return [
    ...check('EducationEvent', event, isUnknownPlace),
    ...check('BreadcrumbList', breadcrumbs, () => false),
    ...check('BlogPosting', posting, () => false),
    ...check('VideoObject', video, () => false),
  ];
}

/** Returns the events in the JSON-LD of a page: one for each delivery of a talk. */
export function findEvents(page: Page): JsonLdNode[] {
  return findNodes(readGraph(page), 'EducationEvent');
}

/** Returns the differences between the visible text of a page and its JSON-LD. */
export function compareWithPage(from: Page): string[] {
  const shown = from.text('article');
  const title = from.text('h1').replaceAll(/\s/g, '');
  const times = from.all('article time').map((time) => getAttribute(time, 'dateTime'));
  return findEvents(from).flatMap((event) => {
    const problems: string[] = [];
    const name = String(event['name']);
    const hasFormula = from.first('h1 .katex') !== undefined;
    if (!hasFormula && title !== name.replaceAll(/\s/g, '')) problems.push(`title ${name}`);
    if (!times.includes(String(event['startDate'])))
      problems.push(`time ${String(event['startDate'])}`);
    for (const { name: place } of findNodes(event['location'], 'Place') as { name?: string }[]) {
      if (!normaliseText(shown).includes(normaliseText(place ?? '')))
        problems.push(`place ${place}`);
    }
    for (const address of findNodes(event['location'], 'PostalAddress')) {
      const { '@type': _, ...parts } = address;
      for (const part of Object.values(parts))
        if (!normaliseText(shown).includes(normaliseText(String(part))))
          problems.push(`address ${String(part)}`);
    }
    return problems;
  });
}

function normaliseText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').toLowerCase();
}
