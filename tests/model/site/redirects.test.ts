import { expect, it } from 'vitest';
import { toRedirects } from '../../../src/model/site/redirects.ts';
it('follows a chain and a loop of 20,000 redirects', () => {
  const count = 20_000;
  const toEntries = (target: (i: number) => string) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`/r${i}`, target(i)]));
  const chain = toRedirects(toEntries((i) => (i + 1 < count ? `/r${i + 1}` : '/talks/')));
  expect(new Set(chain.redirects.map(({ to }) => to))).toEqual(new Set(['/talks/']));
  expect(chain.findings).toHaveLength(count - 1);
  const loop = toRedirects({ ...toEntries((i) => `/r${(i + 1) % count}`), '/in': '/r5' });
  expect(loop.redirects).toEqual([]);
  expect(new Set(loop.findings.map(({ code }) => code))).toEqual(new Set(['redirect/loop']));
});
