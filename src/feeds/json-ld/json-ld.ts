import type { BreadcrumbList, Graph, Person } from 'schema-dts';
import type { Course } from '../../model/course.ts';
import type { Page } from '../../model/page.ts';
import type { Person as SitePerson } from '../../model/person/person.ts';
import type { Post } from '../../model/post.ts';
import type { Project } from '../../model/project.ts';
import type { Publication } from '../../model/publication/publication.ts';
import type { Site, SiteLink } from '../../model/site/site.ts';
import type { Talk } from '../../model/talk/talk.ts';
import { toCourseNode, toProjectNode } from './json-ld-course.ts';
import { toEvent } from './json-ld-event.ts';
import { toScholarlyWork } from './json-ld-publication.ts';
import { toBlogPosting } from './json-ld-post.ts';
import { personId } from './json-ld-person.ts';

/** The owner of the site, for the home page. */
export function homeGraph(site: Site): Graph {
  return toGraph([toOwner(site)]);
}

/** A person for their own page; undefined for who is not to be found. */
export function personGraph(site: Site, person: SitePerson): Graph | undefined {
  if (person.private || person.draft) return undefined;
  const { href, title, role, institutions, links, interests, education } = person;
  const schools = education.flatMap(({ where }) => where.filter(({ named }) => named));
  return toGraph([
    {
      ...toPerson(site, { href, name: title.text, role, institutions, links }),
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
 * A talk for its own page: an event for each delivery, and the way there from the home page.
 * Undefined for what is not to be found. @param now In milliseconds since 1970.
 */
export function talkGraph(site: Site, talk: Talk, now: number): Graph | undefined {
  if (talk.private || talk.draft) return undefined;
  const events = talk.deliveries.map((delivery) => toEvent(site, { talk, delivery }, now));
  return toGraph([...events, toBreadcrumbs(site, ['Talks', site.addresses.talks], talk)]);
}

/** A publication for its own page, and the way there. Undefined for what is not to be found. */
export function publicationGraph(site: Site, publication: Publication): Graph | undefined {
  if (publication.private || publication.draft) return undefined;
  const way: [string, string] = ['Publications', site.addresses.section('publications')];
  return toGraph([toScholarlyWork(site, publication), toBreadcrumbs(site, way, publication)]);
}

/** A post for its own page, and the way there. Undefined for what is not to be found. */
export function postGraph(site: Site, post: Post): Graph | undefined {
  if (post.private || post.draft) return undefined;
  const way: [string, string] = ['Posts', site.addresses.section('posts')];
  return toGraph([toBlogPosting(site, post), toBreadcrumbs(site, way, post)]);
}

/** A course for its own page, and the way there. Undefined for what is not to be found. */
export function courseGraph(site: Site, course: Course, description: string): Graph | undefined {
  if (course.private || course.draft) return undefined;
  const way: [string, string] = ['Teaching', site.addresses.section('teaching')];
  return toGraph([toCourseNode(site, course, description), toBreadcrumbs(site, way, course)]);
}

/** A project for its own page, and the way there. Undefined for what is not to be found. */
export function projectGraph(site: Site, project: Project, description: string): Graph | undefined {
  if (project.private || project.draft) return undefined;
  const way: [string, string] = ['Projects', site.addresses.section('projects')];
  return toGraph([toProjectNode(site, project, description), toBreadcrumbs(site, way, project)]);
}

/** JSON that no `</script>` in a title can end. */
export function toScript(graph: Graph): string {
  return JSON.stringify(graph).replace(/</g, '\\u003c');
}

function toGraph(nodes: Graph['@graph']): Graph {
  return { '@context': 'https://schema.org', '@graph': nodes };
}

function toOwner(site: Site): Person {
  const { name, role, affiliation, links, addresses } = site;
  const institutions = affiliation ? [affiliation] : [];
  return toPerson(site, { href: addresses.home, name, role, institutions, links });
}

interface Described extends Pick<SitePerson, 'href' | 'institutions'> {
  name: string;
  role: string | undefined;
  links: readonly SiteLink[];
}

function toPerson({ absolute }: Site, { href, name, role, institutions, links }: Described) {
  const profiles = links.filter((link) => /^https?:/i.test(link.href));
  const affiliations = institutions.map((one) => ({
    '@type': 'Organization' as const,
    name: one.name,
    ...(one.href && { url: absolute(one.href) }),
  }));
  return {
    '@type': 'Person' as const,
    '@id': personId(absolute(href)),
    name,
    url: absolute(href),
    ...(role && { jobTitle: role }),
    ...(affiliations.length > 0 && {
      affiliation: affiliations.length === 1 ? affiliations[0] : affiliations,
    }),
    ...(profiles.length > 0 && { sameAs: profiles.map((link) => link.href) }),
  };
}

function toBreadcrumbs(
  { addresses, absolute }: Site,
  section: [name: string, href: string],
  page: Page,
): BreadcrumbList {
  const way = [['Home', addresses.home], section, [page.title.text, page.href]] as const;
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
