/** The sections by the folders that they have here and had in old themes. */
const sections: Readonly<Record<string, string>> = {
  ...{ talk: 'talks', talks: 'talks', event: 'talks', events: 'talks', presentations: 'talks' },
  ...{ publication: 'publications', publications: 'publications' },
  ...{ project: 'projects', projects: 'projects', portfolio: 'projects' },
  ...{ post: 'posts', posts: 'posts', blog: 'posts', news: 'posts' },
  ...{ teaching: 'teaching', course: 'teaching', courses: 'teaching' },
  ...{ author: 'people', authors: 'people', people: 'people', slides: 'slides' },
  pages: 'pages',
};

/** The section that a folder of an old theme, or a part of an address, stands for: `event` → `talks`. */
export function findSection(name: string): string | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(sections, key) ? sections[key] : undefined;
}
