import { decodeImage } from '../../../src/content/assets/decode-image.ts';
import { runPdfJob } from '../../../src/content/assets/pdf-process.ts';
import { makeAnimation, makeApng, makeImage } from '../make/images.ts';
import { makePdf } from '../make/pdf.ts';

/** A kind of file that is opened, with valid files of it. */
export interface BinaryReader {
  name: string;
  samples: () => Promise<Buffer[]>;
  /** Opens a file. Must not throw, whatever is in the file. */
  open: (file: string) => Promise<object>;
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  width="40" height="30" viewBox="0 0 40 30">
  <defs><linearGradient id="a"><stop offset="0.5" stop-color="#7b1e2c"/></linearGradient></defs>
  <rect width="50%" height="1e1" fill="url(#a)"/><text x="1" y="2">&lt;é</text>
</svg>
`;

export const binaryReaders: readonly BinaryReader[] = [
  {
    name: 'image',
    samples: async () => [
      ...(await Promise.all(
        (['avif', 'gif', 'jpeg', 'png', 'webp'] as const).map((k) => makeImage(k)),
      )),
      ...[await makeAnimation('gif'), await makeApng(), Buffer.from(drawing)],
    ],
    open: decodeImage,
  },
  {
    name: 'PDF',
    samples: () => Promise.resolve([makePdf()]),
    open: (file) => runPdfJob({ file, image: `${file}.png` }, 60),
  },
];
