import { sortProjects, toProject } from '../model/project.ts';
import { once } from './once.ts';
import { readPages } from './pages.ts';

/** The projects that a visitor may see, in the order of their list. */
export const getProjects = once(async () => sortProjects(await readPages('projects', toProject)));
