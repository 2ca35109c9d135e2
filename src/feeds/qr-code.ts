import { encode } from 'uqr';
import { chooseMask } from './qr-mask.ts';

interface QrCode {
  /** Modules along one side, without the quiet zone. */
  size: number;
  /** The data of an SVG path with strokes 1 wide: row `y` is drawn along the line `y`. */
  path: string;
}

/**
 * Returns an address as a QR code (ISO/IEC 18004). It is for clean paper, so it uses the lowest error
 * correction, which needs the fewest modules. Relative moves compress to half the size.
 */
export function toQrCode(address: string): QrCode {
  const options = { ecc: 'L', border: 0 } as const;
  const maskPattern = chooseMask(encode(address, { ...options, maskPattern: 0 }));
  const { data, size } = encode(address, { ...options, maskPattern });
  return { size, path: data.map(toRow).join('') };
}

function toRow(modules: readonly boolean[], y: number): string {
  let row = '';
  let drawn = 0;
  for (let x = modules.indexOf(true); x !== -1; x = modules.indexOf(true, drawn)) {
    const end = modules.indexOf(false, x);
    const next = end === -1 ? modules.length : end;
    row += `${row === '' ? `M${x} ${y}` : `m${x - drawn} 0`}h${next - x}`;
    drawn = next;
  }
  return row;
}
