import ts from 'typescript';

/** The paths of modules of the project in code: relative ones, and those that begin with the folder `src`. */
const modulePath = /(['"])((?:\.{1,2}\/|\/?src\/)[^'"\n]*)\.ts\1/g;

/**
 * Compiles a module of the project for the npm package. TypeScript becomes JavaScript with the extension `.js`; other modules,
 * such as components, only import the compiled files. Comments and the order of lines stay, for messages with a place.
 * @param path Its path in the project, with slashes.
 */
export function compileModule(path: string, source: string): { path: string; text: string } {
  const text = path.endsWith('.ts') ? removeTypes(path, source) : source;
  return { path: path.replace(/\.ts$/, '.js'), text: text.replace(modulePath, '$1$2.js$1') };
}

function removeTypes(fileName: string, source: string): string {
  const compilerOptions = {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ESNext,
    verbatimModuleSyntax: true,
  };
  return ts.transpileModule(source, { fileName, compilerOptions }).outputText;
}
