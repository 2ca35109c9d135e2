import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRunnableDevEnvironment, DevEnvironment, normalizePath, type Plugin } from 'vite';
import { moduleExtension } from '../assets/engine.ts';
import { createNativeModuleTest } from './native-modules.ts';
import { nodeLayers } from './node-layers.ts';

/**
 * Folders of the project whose files make no page, or are loaded once by Node. Vite would read the state of each file.
 */
const unwatchedFolders = [
  ...['.ci', '.github', '.lectern', '.vscode', 'dist', 'docs', 'engine'],
  ...['schemas', 'scripts', 'tests'],
  ...[...nodeLayers, 'import', 'serve', 'cli'].map((layer) => `src/${layer}`),
];

/**
 * Makes `npm start` ready sooner. Pages use the modules that Node has already loaded for astro.config.mjs, the loaders
 * and Astro itself: Vite does not compile them again, and a module-level variable exists once.
 * @param src The folder of the layers.
 */
export function devServer(src: URL): Plugin {
  const root = fileURLToPath(new URL('../', src));
  const findNodeModule = createNodeModuleFinder(src);
  return {
    name: 'lectern-dev-server',
    apply: 'serve',
    config: () => ({
      server: { watch: { ignored: unwatchedFolders.map((folder) => `${root}${folder}/**`) } },
      environments: {
        ssr: {
          dev: {
            // Compiles the imports of a module while the module waits for the first of them.
            preTransformRequests: true,
            createEnvironment(name, config) {
              const environment = createRunnableDevEnvironment(name, config);
              const compile = environment.fetchModule.bind(environment);
              environment.fetchModule = async (url, ...rest) => {
                const externalize = findNodeModule(url);
                return externalize ? { externalize, type: 'module' } : compile(url, ...rest);
              };
              const compileAhead = environment.warmupRequest.bind(environment);
              environment.warmupRequest = async (url) => {
                if (!findNodeModule(url)) await compileAhead(url);
              };
              return environment;
            },
          },
        },
        // Astro compiles itself once for this environment, which renders no page unless an adapter uses it.
        prerender: {
          dev: {
            createEnvironment: (name, config) => new DevEnvironment(name, config, { hot: false }),
          },
        },
      },
    }),
  };
}

/** The modules of Astro that pages use. */
const astroModule = /\/node_modules\/(?:astro|@astrojs\/internal-helpers)\/dist\/[^?]+\.js$/;

/**
 * Returns a function that finds the modules that Node can load: the URL of the file for an address in the dev server or
 * an absolute path, undefined for a module that Vite has to compile.
 */
export function createNodeModuleFinder(src: URL): (address: string) => string | undefined {
  const root = new URL('../', src);
  const rootPath = normalizePath(fileURLToPath(root));
  const layers = nodeLayers.map((layer) => new URL(`${layer}/`, src).href);
  const isNative = createNativeModuleTest();
  return (address) => {
    const path = address.replace(/\?t=\d+$/, '');
    if (!/\.[jt]s$/.test(path)) return undefined;
    const { href } = toFileUrl(path);
    const isLayer =
      path.endsWith(moduleExtension) && layers.some((layer) => href.startsWith(layer));
    const isFound = isLayer || (astroModule.test(path) && isNative(fileURLToPath(href)));
    return isFound ? href : undefined;
  };

  function toFileUrl(path: string): URL {
    if (path.startsWith(rootPath)) return pathToFileURL(path);
    // A path outside the root: /@fs/home/ada/site or /@fs/C:/site.
    if (path.startsWith('/@fs/')) return pathToFileURL(path.replace(/^\/@fs(\/(?=\w:))?/, ''));
    return pathToFileURL(rootPath + path.slice(1));
  }
}
