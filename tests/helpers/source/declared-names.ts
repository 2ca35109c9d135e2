import ts from 'typescript';

/** A name that a file declares. */
export interface DeclaredName {
  line: number;
  name: string;
}

/**
 * Returns the names that a file declares, in order: variables, parameters, functions, classes,
 * types and their members. For an Astro component, it reads the frontmatter script.
 */
export function findDeclaredNames(path: string, code: string): DeclaredName[] {
  const script = path.endsWith('.astro') ? (/^---\n.*?\n---/s.exec(code)?.[0] ?? '') : code;
  const source = ts.createSourceFile(
    'file.ts',
    script.replaceAll(/^---$/gm, ''),
    ts.ScriptTarget.Latest,
  );
  const names: DeclaredName[] = [];
  collect(source);
  return names;

  function collect(node: ts.Node): void {
    if (isDeclaration(node) && node.name && ts.isIdentifier(node.name)) {
      const { line } = source.getLineAndCharacterOfPosition(node.name.getStart(source));
      names.push({ line: line + 1, name: node.name.text });
    }
    ts.forEachChild(node, collect);
  }
}

type Declaration =
  | ts.VariableDeclaration
  | ts.BindingElement
  | ts.ParameterDeclaration
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.PropertySignature
  | ts.MethodSignature
  | ts.PropertyDeclaration
  | ts.MethodDeclaration;

function isDeclaration(node: ts.Node): node is Declaration {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isBindingElement(node) ||
    ts.isParameter(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isMethodSignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isMethodDeclaration(node)
  );
}
