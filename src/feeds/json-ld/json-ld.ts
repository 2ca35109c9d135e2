import type { BreadcrumbList, Graph } from 'schema-dts';
import type { Course } from '../../model/course/course.ts';
import type { Page } from '../../model/page/page.ts';
import type { Person } from '../../model/person/person.ts';
import type { Post } from '../../model/post/post.ts';
import type { Project } from '../../model/project/project.ts';
import type { Publication } from '../../model/publication/publication.ts';
import { toSectionTitle } from '../../model/site/section-titles.ts';
import type { Site } from '../../model/site/site.ts';
import type { Talk } from '../../model/talk/talk.ts';
import { toEventNode } from './event-node.ts';
import { toOwnerNode, toPersonNode } from './person-node.ts';
import { toCourseNode, toPostNode, toProjectNode, toPublicationNode } from './work-nodes.ts';

/** Returns the graph of the home page: the owner of the site. */
export function toHomeGraph(site: Site): Graph {
  return toGraph([toOwnerNode(site)]);
}

/** Returns the graph of the page of a person, or undefined for a private page. */
export function toPersonGraph(site: Site, person: Person): Graph | undefined {
  if (person.private || person.draft) return undefined;
  const { href, title, role, institutions, links, interests, education } = person;
  const schools = education.flatMap(({ where }) => where.filter(({ isName }) => isName));
  return toGraph([
    {
      ...toPersonNode(site, { href, name: title.text, role, institutions, links }),
      ...(interests.length > 0 && { knowsAbout: interests }),
      ...(schools.length > 0 && {
        alumniOf: [...new Set(schools.map(({ text }) => text))].map((name) => ({
          '@type': 'EducationalOrganization',
          name,
        })),
      }),
    },
  ]);
}

/**
 * Returns the graph of the page of a talk, with an event for each delivery, or undefined for a private
 * page. @param now In milliseconds since 1970.
 */
export function toTalkGraph(site: Site, talk: Talk, now: number): Graph | undefined {
  if (talk.private || talk.draft) return undefined;
  const events = talk.deliveries.map((delivery) => toEventNode(site, { talk, delivery }, now));
  return toGraph([
    ...events,
    toBreadcrumbs(site, [toSectionTitle(site, 'talks'), site.addresses.talks], talk),
  ]);
}

/** Returns the graph of the page of a publication, or undefined for a private page. @param image The address of its image. */
export function toPublicationGraph(
  site: Site,
  publication: Publication,
  image?: string,
): Graph | undefined {
  const node = toPublicationNode(site, publication, image);
  return toPageGraph(site, node, 'publications', publication);
}

/** Returns the graph of the page of a post, or undefined for a private page. @param image The address of its image. */
export function toPostGraph(site: Site, post: Post, image?: string): Graph | undefined {
  return toPageGraph(site, toPostNode(site, post, image), 'posts', post);
}

/** Returns the graph of the page of a course, or undefined for a private page. */
export function toCourseGraph(site: Site, course: Course, description: string): Graph | undefined {
  const node = toCourseNode(site, course, description);
  return toPageGraph(site, node, 'teaching', course);
}

/** Returns the graph of the page of a project, or undefined for a private page. */
export function toProjectGraph(
  site: Site,
  project: Project,
  description: string,
): Graph | undefined {
  const node = toProjectNode(site, project, description);
  return toPageGraph(site, node, 'projects', project);
}

/** Returns JSON for a `<script>`, which `</script>` in a title cannot end. */
export function toJsonLdScript(graph: Graph): string {
  return JSON.stringify(graph).replace(/</g, '\\u003c');
}

function toPageGraph(
  site: Site,
  node: Graph['@graph'][number],
  section: string,
  page: Page,
): Graph | undefined {
  if (page.private || page.draft) return undefined;
  const title = toSectionTitle(site, section);
  return toGraph([node, toBreadcrumbs(site, [title, site.addresses.section(section)], page)]);
}

function toGraph(nodes: Graph['@graph']): Graph {
  return { '@context': 'https://schema.org', '@graph': nodes };
}

function toBreadcrumbs(
  { addresses, absolute }: Site,
  section: [name: string, href: string],
  page: Page,
): BreadcrumbList {
  const pages = [['Home', addresses.home], section, [page.title.text, page.href]] as const;
  return {
    '@type': 'BreadcrumbList',
    itemListElement: pages.map(([name, href], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(href),
    })),
  };
}
