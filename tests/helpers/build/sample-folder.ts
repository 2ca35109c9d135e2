import { join } from 'node:path';
import { root } from '../../../scripts/project-node.mjs';

/**
 * The author's folder that the tests read, with all kinds of content. Tests never read the `content` and
 * `public` of the project, so these can change without failing a test.
 */
export const sampleFolder = join(root, 'tests', 'fixtures', 'sample');
