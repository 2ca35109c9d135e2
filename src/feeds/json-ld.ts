import type { BreadcrumbList, Graph, Person } from 'schema-dts';
import type { Site } from '../model/site.ts';
import type { Talk } from '../model/talk.ts';
import { toEvent } from './json-ld-event.ts';
import { ownerId } from './json-ld-person.ts';

/** The owner of the site, for the home page. */
export function homeGraph(site: Site): Graph {
  return toGraph([toOwner(site)]);
}

/**
 * A talk for its own page: an event for each delivery, and the way there from the home page.
 * Undefined for what is not to be found. @param now In milliseconds since 1970.
 */
export function talkGraph(site: Site, talk: Talk, now: number): Graph | undefined {
  if (talk.private || talk.draft) return undefined;
  const events = talk.deliveries.map((delivery) => toEvent(site, { talk, delivery }, now));
  return toGraph([...events, toBreadcrumbs(site, talk)]);
}

/** JSON that no `</script>` in a title can end. */
export function toScript(graph: Graph): string {
  return JSON.stringify(graph).replace(/</g, '\\u003c');
}

function toGraph(nodes: Graph['@graph']): Graph {
  return { '@context': 'https://schema.org', '@graph': nodes };
}

function toOwner(site: Site): Person {
  const { affiliation } = site;
  const profiles = site.links.map(({ href }) => href).filter((href) => /^https?:/i.test(href));
  return {
    '@type': 'Person',
    '@id': ownerId(site),
    name: site.name,
    url: site.absolute(site.addresses.home),
    ...(site.role && { jobTitle: site.role }),
    ...(affiliation && {
      affiliation: {
        '@type': 'Organization',
        name: affiliation.name,
        ...(affiliation.href && { url: site.absolute(affiliation.href) }),
      },
    }),
    ...(profiles.length > 0 && { sameAs: profiles }),
  };
}

function toBreadcrumbs({ addresses, absolute }: Site, talk: Talk): BreadcrumbList {
  const way: [string, string][] = [
    ['Home', addresses.home],
    ['Talks', addresses.talks],
    [talk.title.text, talk.href],
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: way.map(([name, href], i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: absolute(href),
    })),
  };
}
