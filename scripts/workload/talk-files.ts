/** The files next to the text of a generated talk. */
import { crc32, deflateSync } from 'node:zlib';
import { pickInteger, type Random } from './random.ts';

const width = 1200;
const height = 675;

/** Makes a PNG of 1200 × 675 pixels, a gradient between two random colours with a fine pattern. */
export function makePng(random: Random): Buffer {
  const makeColor = () => Array.from({ length: 3 }, () => pickInteger(random, 0, 255));
  const [from, to] = [makeColor(), makeColor()];
  const pixels = Buffer.alloc((width * 3 + 1) * height);
  let offset = 0;
  for (let y = 0; y < height; y++) {
    // Each row begins with its filter type.
    pixels[offset++] = 0;
    for (let x = 0; x < width; x++) {
      const part = (x / width + y / height) / 2;
      const pattern = ((x >> 4) ^ (y >> 4)) & 7;
      for (let channel = 0; channel < 3; channel++) {
        const value = from[channel]! + (to[channel]! - from[channel]!) * part + pattern * 3;
        pixels[offset++] = Math.max(0, Math.min(255, value));
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, red, green and blue.
  header[8] = 8;
  header[9] = 2;
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    makeChunk('IHDR', header),
    makeChunk('IDAT', deflateSync(pixels, { level: 6 })),
    makeChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Makes a PDF of one page that shows a title. */
export function makePdf(title: string): string {
  const text = title.replace(/[^\x20-\x7e]/g, '?').replace(/[()\\]/g, '\\$&');
  const content = `BT /F1 28 Tf 60 300 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const size = objects.length + 1;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${pdf}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
}

function makeChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const content = Buffer.concat([Buffer.from(type), data]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, checksum]);
}
