import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** Creates an image of one colour with a lighter left half, in a format of sharp. */
export function makeImage(
  kind: 'avif' | 'gif' | 'jpeg' | 'png' | 'tiff' | 'webp',
  [width, height]: [number, number] = [64, 40],
): Promise<Buffer> {
  return drawFrame(width, height).toFormat(kind).toBuffer();
}

/** Creates a photograph that was taken at 51° 30′ north, 51° 30′ west, with Exif data and a colour profile. */
export function makePhotograph(
  kind: 'avif' | 'jpeg' | 'png' | 'tiff' | 'webp',
  [width, height]: [number, number] = [64, 40],
): Promise<Buffer> {
  const position = '51/1 30/1 0/1';
  return drawFrame(width, height)
    .withExif({
      IFD0: { Make: 'Camera' },
      IFD3: {
        ...{ GPSLatitudeRef: 'N', GPSLatitude: position },
        ...{ GPSLongitudeRef: 'W', GPSLongitude: position },
      },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(positionXmp)
    .withIccProfile('p3')
    .toFormat(kind)
    .toBuffer();
}

const positionXmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
  '<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="51,30N"' +
  ' exif:Flash="kept"><exif:GPSLongitude>51,30W</exif:GPSLongitude></rdf:Description></rdf:RDF></x:xmpmeta>';

/** Returns whether an image has the position of `makePhotograph` in its Exif data or in XMP that is not compressed. */
export function hasPosition(bytes: Buffer): boolean {
  // 51 as a fraction, in both orders of bytes.
  const degrees = ['3300000001000000', '0000003300000001'].map((hex) => Buffer.from(hex, 'hex'));
  const inXmp = /51,30[NW]/.test(bytes.toString('latin1'));
  return inXmp || degrees.some((value) => bytes.includes(value));
}

/** Creates an animation of two frames. */
export async function makeAnimation(kind: 'gif' | 'webp', size = [64, 40]): Promise<Buffer> {
  const [width = 64, height = 40] = size;
  const first = await drawFrame(width, height).png().toBuffer();
  const second = await sharp(first).negate().png().toBuffer();
  return sharp([first, second], { join: { animated: true } })
    .toFormat(kind)
    .toBuffer();
}

/** Creates an animated PNG: it has a chunk acTL before the first chunk of image data. */
export async function makeApng(): Promise<Buffer> {
  const still = await makeImage('png');
  const offset = still.indexOf('IDAT') - 4;
  // Length, name, one frame, endless repeats, checksum of everything after the length.
  const control = Buffer.from('000000086163544c000000010000000000000000', 'hex');
  control.writeUInt32BE(crc32(control.subarray(4, 16)), 16);
  return Buffer.concat([still.subarray(0, offset), control, still.subarray(offset)]);
}

function drawFrame(width: number, height: number) {
  const half = {
    create: { width: width >> 1, height, channels: 3, background: '#c9b28a' },
  } as const;
  return sharp({ create: { width, height, channels: 3, background: '#7b1e2c' } }).composite([
    { input: half, left: 0, top: 0 },
  ]);
}
