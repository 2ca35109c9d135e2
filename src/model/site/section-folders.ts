import { findOwn } from '../../schema/own-value.ts';

/** The sections by their folders, here and in older themes. */
const sectionsByFolder: Readonly<Record<string, string>> = {
  ...{ talk: 'talks', talks: 'talks', event: 'talks', events: 'talks', presentations: 'talks' },
  ...{ publication: 'publications', publications: 'publications' },
  ...{ project: 'projects', projects: 'projects', portfolio: 'projects' },
  ...{ post: 'posts', posts: 'posts', blog: 'posts', news: 'posts' },
  ...{ teaching: 'teaching', course: 'teaching', courses: 'teaching' },
  ...{ author: 'people', authors: 'people', people: 'people', slides: 'slides' },
  pages: 'pages',
};

/** Returns the names of all sections. */
export function listSections(): string[] {
  return [...new Set(Object.values(sectionsByFolder))];
}

/** Finds the section of a folder of an older theme or of a part of an address: `event` → `talks`. */
export function findSection(name: string): string | undefined {
  return findOwn(sectionsByFolder, name.toLowerCase());
}
