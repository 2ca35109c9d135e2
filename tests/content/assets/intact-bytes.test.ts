import { expect, test } from 'vitest';
import { addDigest, readIntact } from '../../../src/content/assets/intact-bytes.ts';

const content = Buffer.from('A cached result');

test('bytes are read as they were written', () => {
  expect(readIntact(addDigest(content))).toEqual(content);
  expect(readIntact(addDigest(Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
});

test('every change of a byte and every missing end is noticed', () => {
  const bytes = addDigest(content);
  for (let at = 0; at < bytes.length; at += 1) {
    const damaged = Buffer.from(bytes);
    damaged[at] = damaged[at]! ^ 1;
    expect(readIntact(damaged), `byte ${at}`).toBeUndefined();
    expect(readIntact(bytes.subarray(0, at)), `${at} bytes`).toBeUndefined();
  }
});
