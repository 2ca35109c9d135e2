import fc from 'fast-check';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { chooseMask } from '../../src/feeds/qr-mask.ts';

const options = { ecc: 'L', border: 0 } as const;

test('chooses the same mask as uqr', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120, unit: 'grapheme' }), (name) => {
      const address = `https://ada.example/talks/${name}/`;
      const { maskPattern } = encode(address, options);
      expect(chooseMask(encode(address, { ...options, maskPattern: 0 }))).toBe(maskPattern);
    }),
    { numRuns: 300 },
  );
});

test.each([1, 2, 7, 20, 40])('chooses the same mask in version %i', (version) => {
  const sizes = { ...options, minVersion: version };
  const { maskPattern, size } = encode('7', sizes);
  expect(size).toBe(17 + 4 * version);
  expect(chooseMask(encode('7', { ...sizes, maskPattern: 0 }))).toBe(maskPattern);
});
