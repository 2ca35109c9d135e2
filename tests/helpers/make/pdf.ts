import { createHash } from 'node:crypto';

export interface PdfOptions {
  pages?: number;
  /** The size of each page, in points. */
  size?: [number, number];
  /** The contents of each page, as PDF operators. */
  content?: string;
  /** `closed` needs a password; `restricted` opens without one and forbids printing. */
  lock?: 'closed' | 'restricted';
}

/** Draws a red left half, and a word in a font that is not embedded. */
const drawLeftHalfRed = (width: number, height: number) =>
  `1 0 0 rg 0 0 ${width / 2} ${height} re f 0 g BT /F 60 Tf ${width / 2 + 20} 40 Td (Deck) Tj ET`;

/** Creates a PDF by ISO 32000-1. */
export function makePdf(options: PdfOptions = {}): Buffer {
  const { pages = 1, size = [640, 360], content = drawLeftHalfRed(...size), lock } = options;
  const kids = Array.from({ length: pages }, (_, i) => `${i + 5} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} /MediaBox [0 0 ${size.join(' ')}] >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...kids.map(
      () => '<< /Type /Page /Parent 2 0 R /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>',
    ),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `/Size ${objects.length + 1} /Root 1 0 R ${lock ? formatEncryption(lock) : ''}`;
  const end = `trailer\n<< ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + end, 'latin1');
}

/** Formats the trailer entries of the standard security handler with 40-bit keys (ISO 32000-1, 7.6.3). */
function formatEncryption(lock: 'closed' | 'restricted'): string {
  const owner = Buffer.alloc(32, 7);
  const id = Buffer.alloc(16, 1);
  const padding = Buffer.from(
    '28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A',
    'hex',
  );
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-64);
  const seed = Buffer.concat([padding, owner, permissions, id]);
  const key = createHash('md5').update(seed).digest().subarray(0, 5);
  const user = lock === 'restricted' ? rc4(key, padding) : Buffer.alloc(32, 9);
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`;
  return `/ID [${hex(id)} ${hex(id)}] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P -64 >>`;
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const at = (i: number) => state[i & 255] ?? 0;
  const swap = (i: number, j: number) => {
    [state[i & 255], state[j & 255]] = [at(j), at(i)];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let j = 0;
  return data.map((byte, n) => {
    j = (j + at(n + 1)) & 255;
    swap(n + 1, j);
    return byte ^ at(at(n + 1) + at(j));
  }) as Buffer;
}
