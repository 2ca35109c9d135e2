import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { pruneUnusedAssets } from '../../src/layouts/prune-unused-assets.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('keeps a link if the page has an element with one of its classes, and drops it otherwise', () => {
  const link = (more = '') => `<link rel="stylesheet" href="/katex.css"${more}>`;
  const page = (body: string) => `<head>${link(' data-with="katex mathit"')}</head>${body}`;
  expect(pruneUnusedAssets(page('<p class="a mathit">x</p>'))).toBe(
    `<head>${link()}</head><p class="a mathit">x</p>`,
  );
  expect(pruneUnusedAssets(page('<p class="mathit-2">katex</p>'))).toBe(
    '<head></head><p class="mathit-2">katex</p>',
  );
  expect(pruneUnusedAssets(`<head>${link()}</head>`)).toBe(`<head>${link()}</head>`);
});

test('the policy of a page allows only the inline scripts and styles of that page', () => {
  const page = (scripts: string, styles: string) =>
    `<style>a{}</style><meta http-equiv="content-security-policy" content="script-src 'self'${scripts}; ` +
    `style-src 'self'${styles};"><script type="module">run()</script><script src="/x.js"></script>`;
  const run = hash('run()');
  const style = hash('a{}');
  const all = page(` ${hash('other()')} ${run} ${hash('')}`, ` ${style} ${hash('b{}')}`);
  expect(pruneUnusedAssets(all)).toBe(page(` ${run}`, ` ${style}`));
});

test('does not allow a script that Astro did not allow', () => {
  const page =
    `<meta http-equiv="content-security-policy" content="script-src 'self';">` +
    '<script>run()</script>';
  expect(pruneUnusedAssets(page)).toBe(page);
});

test('the policy allows frames of the site only on a page with a frame', () => {
  const page = (policy: string, body: string) =>
    `<meta http-equiv="content-security-policy" content="frame-src ${policy}https://video.example;">${body}`;
  expect(pruneUnusedAssets(page("'self' ", '<p>x</p>'))).toBe(page('', '<p>x</p>'));
  const framed = page("'self' ", '<iframe src="a.pdf"></iframe>');
  expect(pruneUnusedAssets(framed)).toBe(framed);
});
