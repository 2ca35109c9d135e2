import { expect, test } from 'vitest';
import { toHostFiles, toHostHeaders } from '../../../src/feeds/host/host-files.ts';
import { listHostFiles } from '../../../src/model/site/host-files.ts';

/** Parses a `_headers` file as Netlify does: a path, then its headers, indented. */
function parse(text: string): Record<string, Record<string, string>> {
  const rules: Record<string, Record<string, string>> = {};
  let path = '';
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const header = /^\s+([A-Za-z-]+): (.+)$/.exec(line);
    if (header) Object.assign((rules[path] ??= {}), { [header[1] ?? '']: header[2] });
    else path = line;
  }
  return rules;
}

test('sets headers under the base path', () => {
  for (const [base, root] of [
    ['/', ''],
    ['/~name/', '/~name'],
  ] as const) {
    const rules = parse(toHostHeaders(base));
    expect(Object.keys(rules).length).toBeGreaterThan(1);
    expect(Object.keys(rules).every((path) => path.startsWith(`${root}/`))).toBe(true);
    expect(rules[`${root}/*`]).toMatchObject({
      'Content-Security-Policy': "frame-ancestors 'self'",
      'X-Content-Type-Options': 'nosniff',
    });
    expect(rules[`${root}/*.svg`]?.['Content-Security-Policy']).toMatch(
      /^default-src 'none';.* frame-ancestors 'self'; sandbox$/,
    );
    expect(rules[`${root}/_astro/*`]?.['Cache-Control']).toContain('immutable');
  }
});

test('gives no file the same header twice, because some hosts would send both values', () => {
  const rules = Object.entries(parse(toHostHeaders('/')));
  const files = ['_astro/a.css', 'pagefind/index/a.pf_index', 'pagefind/pagefind.en_1.pf_meta'];
  const all = [
    ...files,
    'rss.xml',
    'feed.json',
    'talks/tags/a.xml',
    'talks/tags/a.ics',
    'talks/a.md',
  ];
  for (const file of all) {
    const names = rules
      .filter(([path]) => new RegExp(`^${path.replaceAll('*', '.*')}$`).test(`/${file}`))
      .flatMap(([, headers]) => Object.keys(headers));
    expect(names.length, file).toBeGreaterThan(5);
    expect(new Set(names).size, file).toBe(names.length);
  }
});

test.each([undefined, 'apache', 'vercel'] as const)(
  'the files for the host %s are listed',
  (host) => {
    expect(Object.keys(toHostFiles({ base: '/', host }))).toEqual(listHostFiles(host));
  },
);

test('vercel.json has the headers of _headers', () => {
  const files = toHostFiles({ base: '/~name', host: 'vercel' });
  const { headers } = JSON.parse(files['vercel.json'] ?? '') as {
    headers: { source: string; headers: { key: string; value: string }[] }[];
  };
  const rules = headers.map(({ source, headers }) => [
    source.replaceAll('(.*)', '*'),
    Object.fromEntries(headers.map(({ key, value }) => [key, value])),
  ]);
  expect(Object.fromEntries(rules)).toEqual(parse(files['_headers'] ?? ''));
});
