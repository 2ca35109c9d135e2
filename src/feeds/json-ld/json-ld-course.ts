import type { Course as CourseNode, ResearchProject } from 'schema-dts';
import type { Course } from '../../model/course.ts';
import type { Project } from '../../model/project.ts';
import type { Site } from '../../model/site/site.ts';
import { toSpeaker } from './json-ld-person.ts';

/** A course in the words of schema.org, with what search engines ask of one. */
export function toCourseNode(site: Site, course: Course, description: string): CourseNode {
  const { title, institution, authors, tags } = course;
  const url = site.absolute(course.href);
  const provider = institution?.text ?? site.affiliation?.name;
  return {
    '@type': 'Course',
    '@id': url,
    url,
    name: title.text,
    description,
    ...(provider && { provider: { '@type': 'Organization', name: provider } }),
    ...(authors.length > 0 && { author: authors.map((author) => toSpeaker(site, author)) }),
    ...(tags.length > 0 && { keywords: tags.join(', ') }),
  };
}

/** A project in the words of schema.org. */
export function toProjectNode(site: Site, project: Project, description: string): ResearchProject {
  const { title, authors, year, tags } = project;
  const url = site.absolute(project.href);
  return {
    '@type': 'ResearchProject',
    '@id': url,
    url,
    name: title.text,
    description,
    ...(year !== undefined && { foundingDate: String(year) }),
    ...(authors.length > 0 && { member: authors.map((author) => toSpeaker(site, author)) }),
    ...(tags.length > 0 && { keywords: tags.join(', ') }),
  };
}
