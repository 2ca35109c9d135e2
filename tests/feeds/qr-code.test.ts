import jsqr from 'jsqr';
import { expect, test } from 'vitest';
import { toQrCode } from '../../src/feeds/qr-code.ts';

const quiet = 4;
const dots = 4;

/** Draws the strokes of a path as an image with a quiet zone. */
function draw({ size, path }: ReturnType<typeof toQrCode>) {
  const side = (size + 2 * quiet) * dots;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, move, first, second] of path.matchAll(/([Mmh])(\d+)(?: (\d+))?/g)) {
    if (move === 'M') [x, y] = [Number(first), Number(second)];
    if (move === 'm') x += Number(first);
    if (move !== 'h') continue;
    for (let row = 0; row < dots; row += 1) {
      const start = ((y + quiet) * dots + row) * side + (x + quiet) * dots;
      pixels.fill(0, start * 4, (start + Number(first) * dots) * 4);
    }
    x += Number(first);
  }
  for (let alpha = 3; alpha < pixels.length; alpha += 4) pixels[alpha] = 255;
  return { side, pixels };
}

test.each([
  'https://example.org/talks/nyu/',
  'https://example.org/~ada/talks/%C3%BCber-k%C3%BCrze/',
  `https://example.org/talks/${'a-long-name-'.repeat(20)}/`,
])('the code of %s can be read', (address) => {
  const { side, pixels } = draw(toQrCode(address));
  expect(jsqr(pixels, side, side)?.data).toBe(address);
});
