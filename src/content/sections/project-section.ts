import { projectSchema, type ProjectFrontMatter } from '../../schema/project.ts';
import { plainSection } from './plain-section.ts';
import type { Section } from './section.ts';

/** `content/projects/`. */
export const projectSection: Section<ProjectFrontMatter> = {
  ...plainSection({ name: 'projects', noun: 'project', schema: projectSchema }),
  highlights: true,
};
