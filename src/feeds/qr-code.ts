import { encode } from 'uqr';

export interface QrCode {
  /** Modules along one side, without the quiet zone. */
  size: number;
  /** Of an SVG path whose strokes are 1 wide: row `y` is drawn along the line `y`. */
  path: string;
}

/**
 * An address as a QR code (ISO/IEC 18004). Paper is clean, so the lowest error correction, with the
 * fewest modules; moves within a row are relative, since those compress to half as much.
 */
export function toQrCode(address: string): QrCode {
  const { data, size } = encode(address, { ecc: 'L', border: 0 });
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
