import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { initSync, parse } from 'es-module-lexer';

/** A module of a package: its dependents, and whether only Vite can load it. */
interface ScannedModule {
  needsVite: boolean;
  /** The modules that import it by a relative path. */
  importers: string[];
}

/**
 * Returns a function that returns whether Node can load a JavaScript file of a package as it is. Vite has to load a module
 * that reads `import.meta.env`, `hot` or `glob`, imports a virtual module, another kind of file or an address that is
 * computed, or imports such a module itself.
 */
export function createNativeModuleTest(): (file: string) => boolean {
  const modules = new Map<string, ScannedModule>();
  let isReady = false;
  return (file) => {
    if (!isReady) initSync();
    isReady = true;
    const module = modules.get(file) ?? scan(file, modules);
    return !module.needsVite;
  };
}

/** Scans a module and everything that it imports by relative paths. */
function scan(entry: string, modules: Map<string, ScannedModule>): ScannedModule {
  const module = addModule(entry);
  const queue = [entry];
  const viteModules: string[] = [];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    const { needsVite, relativeImports } = readImports(file);
    if (needsVite) viteModules.push(file);
    for (const path of relativeImports) {
      const imported = modules.get(path);
      if (!imported) queue.push(path);
      else if (imported.needsVite) viteModules.push(file);
      (imported ?? addModule(path)).importers.push(file);
    }
  }
  for (let file = viteModules.pop(); file !== undefined; file = viteModules.pop()) {
    const { importers } = Object.assign(modules.get(file)!, { needsVite: true });
    viteModules.push(...importers.filter((importer) => !modules.get(importer)!.needsVite));
  }
  return module;

  function addModule(file: string): ScannedModule {
    const added = { needsVite: false, importers: [] };
    modules.set(file, added);
    return added;
  }
}

/** A name of a package, with or without a path, or of a module of Node. Virtual modules have a colon or a `#`. */
const packageName = /^(?:node:|@?[a-z])[^:#]*$/;
const viteProperty = /^\??\.(?:env|hot|glob)\b/;

/** Returns the paths of the modules that a module imports, and whether its own code needs Vite. */
function readImports(file: string): { needsVite: boolean; relativeImports: string[] } {
  const source = /\.m?js$/.test(file) ? readIfExists(file) : undefined;
  if (source === undefined) return { needsVite: true, relativeImports: [] };
  const relativeImports: string[] = [];
  let needsVite = false;
  for (const { n: specifier, d: kind, e: end } of parse(source)[0]) {
    if (kind === -2) needsVite ||= viteProperty.test(source.slice(end, end + 6));
    else if (specifier?.startsWith('.')) relativeImports.push(resolve(dirname(file), specifier));
    else needsVite ||= specifier === undefined || !packageName.test(specifier);
  }
  return { needsVite, relativeImports };
}

function readIfExists(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
