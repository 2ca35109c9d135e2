import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { moduleExtension } from '../assets/engine.ts';

/** Layers that import only packages and each other, so that Node can run them as they are. */
export const nodeLayers = ['schema', 'model', 'markdown', 'content', 'feeds'];

/**
 * Leaves layers that Node can run out of the bundle that makes the pages. The bundler does not compile them,
 * and the pages use the modules that astro.config.mjs and the loaders of the content store have loaded.
 * @param src The folder of the layers.
 */
export function leaveNodeLayers(src: URL): Plugin {
  const folders = nodeLayers.map((layer) => fileURLToPath(new URL(`${layer}/`, src)));
  return {
    name: 'lectern-node-layers',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'prerender',
    resolveId: {
      // Before Vite's own resolution of paths.
      order: 'pre',
      filter: { id: new RegExp(`^\\.\\.?/.*\\${moduleExtension}$`) },
      handler(id, importer) {
        if (importer === undefined) return undefined;
        const file = resolve(dirname(importer), id);
        if (!folders.some((folder) => file.startsWith(folder))) return undefined;
        return { id: pathToFileURL(file).href, external: true };
      },
    },
  };
}
