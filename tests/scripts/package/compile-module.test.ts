import { expect, test } from 'vitest';
import { compileModule } from '../../../scripts/package/compile-module.ts';

test('TypeScript becomes JavaScript that imports JavaScript', () => {
  const source = `import type { A } from './a.ts';
import { b } from '../b.ts';
// A reason.
export const load = async (value: A) => [b, value, await import('./c.ts')];
export const worker = new URL('./worker.ts', import.meta.url);
export const script = "import '/src/client/strip.ts';";
`;
  const { path, text } = compileModule('src/model/x.ts', source);
  expect(path).toBe('src/model/x.js');
  expect(text).not.toMatch(/\.ts['"]|type|: A\b/);
  expect(text).toContain("import { b } from '../b.js';");
  expect(text).toContain("import('./c.js')");
  expect(text).toContain("new URL('./worker.js', import.meta.url)");
  expect(text).toContain("import '/src/client/strip.js';");
  expect(text).toContain('// A reason.');
});

test('a component imports compiled modules, and is otherwise the same', () => {
  const source = `---
import type { A } from '../model/a.ts';
import B from './B.astro';
---
<B /><script src="../client/copy.ts"></script> see 'notes.ts' and 'src.ts'`;
  expect(compileModule('src/components/C.astro', source)).toEqual({
    path: 'src/components/C.astro',
    text: source.replace('a.ts', 'a.js').replace('copy.ts', 'copy.js'),
  });
});

test('the names of routes stay, because they identify them', () => {
  const source = "export const route = '[feed].xml.ts';";
  expect(compileModule('a.ts', source).text.trim()).toBe(source);
});
