import type { Author } from '../model/person/author.ts';
import type { Person } from '../model/person/person.ts';
import { tieOfPost, tieOfYear, toTieList } from '../model/tie.ts';
import { getPosts } from './posts.ts';
import { getProjects } from './projects.ts';
import { getPublications } from './publications.ts';
import { getTalks } from './talks.ts';

/** What somebody is among the authors of: talks and publications, newest first, and all else. */
export async function getWorksWith({ slug }: Person) {
  const { once: talks } = await getTalks();
  const publications = await getPublications();
  const isWith = ({ authors }: { authors: readonly Author[] }) =>
    authors.some((author) => author.slug === slug);
  const isListed = (page: Parameters<typeof isWith>[0] & { private: boolean }) =>
    !page.private && isWith(page);
  return {
    talks: talks.filter(({ talk }) => isWith(talk)),
    publications: publications.filter(isWith),
    others: [
      ...toTieList('projects', (await getProjects()).filter(isListed).map(tieOfYear)),
      ...toTieList('posts', (await getPosts()).filter(isListed).map(tieOfPost)),
    ],
  };
}
