import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build/build-site.ts';

test('a build ends with code 1 if a page cannot be rendered, and shows the error', async () => {
  const { code, output } = await buildSite({
    files: {
      'content/site.yaml': 'name: Ada Example\n',
      'content/posts/chart.mdx':
        '---\ntitle: Chart\ndate: 2024-05-03\n---\n\n{(() => { throw new Error("the chart has no data"); })()}\n',
    },
  });
  expect(code).toBe(1);
  expect(output).toContain('the chart has no data');
  expect(output).not.toContain('Built');
});
