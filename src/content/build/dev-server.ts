import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Plugin, DevEnvironment } from 'vite';

/** Layers that import only packages and each other, so that Node can run them as they are. */
const nodeLayers = ['schema', 'model', 'feeds', 'markdown', 'content'];

/** Folders of the project that no page is made from. */
const unwatchedFolders = ['tests', 'docs', 'scripts', 'schemas', 'dist', '.lectern'];

/**
 * Makes `npm start` ready sooner. Pages use the modules that Node has already loaded for astro.config.mjs and the
 * loaders: Vite does not compile them again, and a module-level variable exists once.
 * @param src The folder of the layers.
 */
export function devServer(src: URL): Plugin {
  const folders = nodeLayers.map((layer) => fileURLToPath(new URL(`${layer}/`, src)));
  const root = fileURLToPath(new URL('../', src));
  return {
    name: 'lectern-dev-server',
    apply: 'serve',
    config: () => ({
      server: { watch: { ignored: unwatchedFolders.map((folder) => `${root}${folder}/**`) } },
      environments: {
        // Astro compiles itself once for this environment, which renders no page unless an adapter uses it.
        prerender: {
          dev: {
            createEnvironment: (name, config) => new DevEnvironment(name, config, { hot: false }),
          },
        },
      },
    }),
    load: {
      filter: { id: /\.ts$/ },
      async handler(id) {
        if (this.environment.name !== 'ssr') return undefined;
        if (!folders.some((folder) => id.startsWith(folder))) return undefined;
        const exports: object = await import(pathToFileURL(id).href);
        return toReExports(id, Object.keys(exports));
      },
    },
  };
}

/** Returns a module with the exports of a module that Node has loaded. */
function toReExports(file: string, names: readonly string[]): string {
  const isDefault = (name: string) => name === 'default';
  return [
    `import { createRequire } from 'node:module';`,
    `const loaded = createRequire(import.meta.url)(${JSON.stringify(file)});`,
    `export const { ${names.filter((name) => !isDefault(name)).join(', ')} } = loaded;`,
    ...names.filter(isDefault).map(() => 'export default loaded.default;'),
  ].join('\n');
}
