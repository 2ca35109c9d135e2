import { join } from 'node:path';
import { root } from '../../scripts/project-node.mjs';

/**
 * The author's folder that the tests read: talks, publications, decks and all other kinds of content.
 * The author's own `content` and `public` are never read, so they can change without failing a test.
 */
export const sampleFolder = join(root, 'tests', 'fixtures', 'sample');
