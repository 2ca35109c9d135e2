import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCleanEnvironment } from '../../tests/helpers/build/build-site.ts';
import { projectNode } from '../project-node.mjs';
import type { Build } from './build.ts';
import { measureProcess } from './measure-process.ts';
import { measureOutput, type OutputSize } from './output-size.ts';
import type { Workspace } from './workspace.ts';

const page = '<html><head><title>Page</title></head><body><h1>Page</h1></body></html>\n';

/**
 * Creates the floor of a build: a bare project of the same Astro with as many pages and other files, in which
 * nothing is rendered. Returns a function that builds it.
 *
 * @param project The checkout whose Astro is measured.
 */
export function createFloor(
  project: string,
  { folder: parent, discard }: Workspace,
  { pages, files }: OutputSize,
): () => Promise<Build> {
  const folder = join(parent, 'floor');
  writeBareProject(folder, pages, files - pages);
  const astro = join(project, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const dist = join(folder, 'dist');
  return async () => {
    discard(dist, join(folder, 'node_modules'));
    const env = { ...createCleanEnvironment(), ASTRO_TELEMETRY_DISABLED: '1' };
    const usage = await measureProcess([projectNode(), astro, 'build'], { cwd: folder, env });
    return { ...usage, ...measureOutput(dist), phases: {} };
  };
}

function writeBareProject(folder: string, pages: number, otherFiles: number): void {
  const routes = join(folder, 'src', 'pages');
  mkdirSync(routes, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(folder, 'astro.config.mjs'), 'export default {};\n');
  writeFileSync(join(routes, 'index.astro'), page);
  writeFileSync(join(routes, '[name].astro'), `---\n${toPaths(pages - 1)}---\n${page}`);
  const endpoint = `${toPaths(otherFiles)}export const GET = () => new Response('text');\n`;
  writeFileSync(join(routes, '[name].txt.ts'), endpoint);
}

function toPaths(count: number): string {
  return `export const getStaticPaths = () =>
  Array.from({ length: ${count} }, (_, i) => ({ params: { name: 'n' + i } }));
`;
}
