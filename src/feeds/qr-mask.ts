import type { QrCodeGenerateResult } from 'uqr';

/**
 * Returns the mask with the lowest penalty (ISO/IEC 18004, 7.8.3), the same that `uqr` chooses, in a tenth of its time.
 * @param qr A code with mask 0 and error correction L, without a border.
 */
export function chooseMask({ data, types, size }: QrCodeGenerateResult): number {
  const masks = getMasks(types, size);
  const modules = new Uint8Array(size * size);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) modules[y * size + x] = data[y]![x] ? 1 : 0;
  const penalties = masks.map(({ changes, format }) => {
    for (let i = 0; i < modules.length; i += 1) modules[i]! ^= changes[i]!;
    for (const [at, dark] of format) modules[at] = dark;
    return countPenalty(modules, size);
  });
  return penalties.indexOf(Math.min(...penalties));
}

interface Mask {
  /** The modules that change from the previous mask to this one. */
  changes: Uint8Array;
  /** The modules that say which mask it is. */
  format: [at: number, dark: number][];
}

/** The masks in their order, by the size of the code. */
const masksBySize = new Map<number, Mask[]>();

function getMasks(types: QrCodeGenerateResult['types'], size: number): Mask[] {
  const cached = masksBySize.get(size);
  if (cached) return cached;
  const isData = types.flat().map((type) => Number(type) === 0);
  const masks = patterns.map((pattern, mask): Mask => {
    const previous = patterns[mask - 1] ?? pattern;
    const changes = Uint8Array.from(isData, (free, i) => {
      const [x, y] = [i % size, Math.floor(i / size)];
      return free && pattern(x, y) !== previous(x, y) ? 1 : 0;
    });
    return { changes, format: listFormatModules(mask, size) };
  });
  masksBySize.set(size, masks);
  return masks;
}

/** Table 10 of the standard. */
const patterns: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Returns both copies of the format information (7.9) of a code with error correction L. */
function listFormatModules(mask: number, size: number): [at: number, dark: number][] {
  const data = 0b01000 | mask;
  let rest = data;
  for (let i = 0; i < 10; i += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((data << 10) | rest) ^ 0x5412;
  return Array.from({ length: 15 }, (_, i): [x: number, y: number][] => {
    const second: [number, number] = i < 8 ? [size - 1 - i, 8] : [8, size - 15 + i];
    if (i < 8) return [[8, i < 6 ? i : i + 1], second];
    return [[i === 8 ? 7 : 14 - i, 8], second];
  }).flatMap((places, i) =>
    places.map(([x, y]): [number, number] => [y * size + x, (bits >>> i) & 1]),
  );
}

function countPenalty(modules: Uint8Array, size: number): number {
  let penalty = 0;
  let dark = 0;
  for (let line = 0; line < size; line += 1) {
    penalty += countLinePenalty(modules, size, line * size, 1);
    penalty += countLinePenalty(modules, size, line, size);
  }
  for (let at = 0; at < modules.length; at += 1) {
    const module = modules[at]!;
    dark += module;
    const isSquare =
      module === modules[at + 1] &&
      module === modules[at + size] &&
      module === modules[at + size + 1];
    if (isSquare && at % size < size - 1) penalty += 3;
  }
  const total = modules.length;
  return penalty + 10 * (Math.ceil(Math.abs(dark * 20 - total * 10) / total) - 1);
}

/** The lengths of the runs of one colour in a line. */
const runs = new Int32Array(180);

/** Counts runs of five and more modules of one colour, and patterns like that of the three corners. */
function countLinePenalty(modules: Uint8Array, size: number, start: number, step: number): number {
  let penalty = 0;
  // A line begins and ends in light space. So the runs with even numbers are light.
  let count = 0;
  let color = 0;
  let length = 0;
  for (let i = 0, at = start; i < size; i += 1, at += step) {
    if (modules[at] === color) length += 1;
    else {
      if (length >= 5) penalty += length - 2;
      runs[count] = length;
      count += 1;
      color = 1 - color;
      length = 1;
    }
  }
  if (length >= 5) penalty += length - 2;
  runs[count] = length;
  if (color === 1) {
    count += 1;
    runs[count] = 0;
  }
  runs[0]! += size;
  runs[count]! += size;
  for (let i = 6; i <= count; i += 2) {
    const unit = runs[i - 1]!;
    const isCorner =
      runs[i - 2] === unit &&
      runs[i - 3] === 3 * unit &&
      runs[i - 4] === unit &&
      runs[i - 5] === unit;
    if (!isCorner) continue;
    const [before, after] = [runs[i - 6]!, runs[i]!];
    if (before >= 4 * unit && after >= unit) penalty += 40;
    if (after >= 4 * unit && before >= unit) penalty += 40;
  }
  return penalty;
}
