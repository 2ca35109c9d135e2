import { expect, test } from 'vitest';
import { findStartChanges } from '../../../src/content/build/dev-restart.ts';
import { siteSchema } from '../../../src/schema/site.ts';

const parse = (settings: object) => siteSchema.parse({ name: 'Ada Example', ...settings });

test.each([
  [{ base: '/sub' }, ['base']],
  [{ url: 'https://ada.example', typeface: 'literata' }, ['url', 'typeface']],
  [{ name: 'Bob Example', role: 'Reader' }, []],
  [{ macros: '\\newcommand{\\x}{y}' }, []],
])('finds the settings in %j that need a restart', (settings, changes) => {
  expect(findStartChanges(parse({}), parse(settings), false)).toEqual(changes);
  expect(findStartChanges(parse(settings), parse(settings), true)).toEqual([]);
});

test('restarts after a change of the macros of a site with MDX', () => {
  const after = parse({ macros: '\\newcommand{\\x}{y}' });
  expect(findStartChanges(parse({}), after, true)).toEqual(['macros']);
});
