import { attribute, type Page } from './html.ts';

/** A node of JSON-LD, as a program that knows nothing of this project reads it. */
export type Node = Record<string, unknown> & { '@type': string };

/** The nodes of a page's one graph; none where the page has no JSON-LD. */
export function graphOf(page: Page): Node[] {
  const scripts = page
    .all('script')
    .filter((script) => attribute(script, 'type') === 'application/ld+json');
  if (scripts.length > 1) throw new Error('more than one graph');
  return scripts.flatMap((script) => {
    const [text] = script.children;
    return parseGraph(text?.type === 'text' ? text.value : '');
  });
}

export function parseGraph(json: string): Node[] {
  const graph = JSON.parse(json) as { '@context': unknown; '@graph': Node[] };
  if (graph['@context'] !== 'https://schema.org') throw new Error('another context');
  return graph['@graph'];
}

/** The nodes of one type, wherever they stand inside others. */
export function nodesOf(value: unknown, type: string): Node[] {
  if (Array.isArray(value)) return value.flatMap((item) => nodesOf(item, type));
  if (!isNode(value)) return [];
  const inside = Object.values(value).flatMap((item) => nodesOf(item, type));
  return value['@type'] === type ? [value, ...inside] : inside;
}

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const isAddress = (value: unknown) => typeof value === 'string' && /^https?:\/\/\S+$/.test(value);
const isTime = (value: unknown) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z))?$/.test(value);
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const kind = (value: unknown) => (isNode(value) ? value['@type'] : undefined);
const hasAddress = (place: unknown): boolean => {
  if (!isNode(place)) return false;
  if (place['@type'] === 'VirtualLocation') return isAddress(place['url']);
  const address = place['address'];
  if (isText(address)) return true;
  return isNode(address) && Object.entries(address).some(([key]) => !key.startsWith('@'));
};

type Rules = Record<string, (node: Node) => boolean>;

/**
 * What Google Search documents for Event. It also recommends `organizer`, `offers` and
 * `previousStartDate`, which no key of a talk says, and `endDate`, which an author may leave out.
 */
const event: Rules = {
  'required: name': ({ name }) => isText(name),
  'required: startDate with an offset, or a day': ({ startDate }) => isTime(startDate),
  'required: location': ({ location }) =>
    list(location).every((place) => /^(Place|VirtualLocation)$/.test(kind(place) ?? '')),
  'required: location.address, or url of a VirtualLocation': ({ location }) =>
    list(location).every(hasAddress),
  'recommended: location.name': ({ location }) =>
    list(location).every((place) => kind(place) !== 'Place' || isText((place as Node)['name'])),
  'recommended: description': ({ description }) => isText(description),
  'recommended: endDate, after the start and as exact': ({ startDate, endDate }) =>
    endDate === undefined || (isTime(endDate) && String(endDate) >= String(startDate).slice(0, 10)),
  'recommended: eventStatus': ({ eventStatus }) =>
    /^https:\/\/schema\.org\/Event(Scheduled|Postponed|Cancelled)$/.test(String(eventStatus)),
  'recommended: eventAttendanceMode': ({ eventAttendanceMode: mode }) =>
    /^https:\/\/schema\.org\/(Offline|Online|Mixed)EventAttendanceMode$/.test(String(mode)),
  'recommended: image': ({ image }) => list(image).every(isAddress),
  'recommended: performer.name': ({ performer }) =>
    list(performer).every((one) => kind(one) === 'Person' && isText((one as Node)['name'])),
  'a url of its own': ({ url }) => isAddress(url),
};

/** Without a word of the author's on the place there is none to give. */
const placeRules = /location|eventAttendanceMode/;

/** Google Search on BreadcrumbList: two or more ListItems with `position`, `name` and `item`. */
const breadcrumbs: Rules = {
  'required: itemListElement, two or more': ({ itemListElement: items }) => list(items).length >= 2,
  'required: position, from 1': ({ itemListElement: items }) =>
    list(items).every(
      (item, i) => kind(item) === 'ListItem' && (item as Node)['position'] === i + 1,
    ),
  'required: name': ({ itemListElement: items }) =>
    list(items).every((item) => isText((item as Node)['name'])),
  'required: item': ({ itemListElement: items }) =>
    list(items).every((item) => isAddress((item as Node)['item'])),
};

/**
 * Google Search on VideoObject. Of what it recommends, `duration`, `expires`, `hasPart`,
 * `interactionStatistic` and the regions are not known, nor a `contentUrl` or `embedUrl` where the
 * address is that of a page of an unknown site.
 */
const video: Rules = {
  'required: name': ({ name }) => isText(name),
  'required: thumbnailUrl': ({ thumbnailUrl }) => list(thumbnailUrl).every(isAddress),
  'required: uploadDate': ({ uploadDate }) => isTime(uploadDate),
  'recommended: description': ({ description }) => isText(description),
  'recommended: contentUrl and embedUrl are addresses': ({ contentUrl, embedUrl }) =>
    [contentUrl, embedUrl].every((address) => address === undefined || isAddress(address)),
};

/** Google Search on BlogPosting: it requires nothing and recommends all of these. */
const posting: Rules = {
  'recommended: headline': ({ headline }) => isText(headline),
  'recommended: datePublished': ({ datePublished }) => isTime(datePublished),
  'recommended: dateModified, not before': ({ datePublished, dateModified }) =>
    dateModified === undefined ||
    (isTime(dateModified) && String(dateModified) >= String(datePublished)),
  'recommended: author.name': ({ author }) =>
    list(author).every((one) => kind(one) === 'Person' && isText((one as Node)['name'])),
  'recommended: image': ({ image }) => list(image).every(isAddress),
  'a url of its own': ({ url }) => isAddress(url),
};

/** The documented rules that the nodes of a graph break, each with the type it is about. */
export function brokenRules(graph: Node[]): string[] {
  const check = (type: string, rules: Rules, skip: (node: Node, rule: string) => boolean) =>
    nodesOf(graph, type).flatMap((node) =>
      Object.entries(rules).flatMap(([rule, holds]) =>
        skip(node, rule) || holds(node) ? [] : [`${type}: ${rule}`],
      ),
    );
  const placeless = (node: Node, rule: string) =>
    node['location'] === undefined && placeRules.test(rule);
  return [
    ...check('EducationEvent', event, placeless),
    ...check('BreadcrumbList', breadcrumbs, () => false),
    ...check('BlogPosting', posting, () => false),
    ...check('VideoObject', video, () => false),
  ];
}

/** The talks that a page tells machines of, each delivery an event. */
export function eventsOf(page: Page): Node[] {
  return nodesOf(graphOf(page), 'EducationEvent');
}

/** What a page says in words, and its JSON-LD says to machines, must be the same. */
export function disagreements(from: Page): string[] {
  const shown = from.text('article');
  const title = from.text('h1').replaceAll(/\s/g, '');
  const times = from.all('article time').map((time) => attribute(time, 'dateTime'));
  return eventsOf(from).flatMap((event) => {
    const problems: string[] = [];
    const name = String(event['name']);
    const hasFormula = from.first('h1 .katex') !== undefined;
    if (!hasFormula && title !== name.replaceAll(/\s/g, '')) problems.push(`title ${name}`);
    if (!times.includes(String(event['startDate'])))
      problems.push(`time ${String(event['startDate'])}`);
    for (const { name: place } of nodesOf(event['location'], 'Place') as { name?: string }[]) {
      if (!flat(shown).includes(flat(place ?? ''))) problems.push(`place ${place}`);
    }
    for (const address of nodesOf(event['location'], 'PostalAddress')) {
      const { '@type': _, ...parts } = address;
      for (const part of Object.values(parts))
        if (!flat(shown).includes(flat(String(part)))) problems.push(`address ${String(part)}`);
    }
    return problems;
  });
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').toLowerCase();
}
