import type { TextRun } from './printable-runs.ts';

/** The lines of a share image that the fonts can print. */
export interface ShareLines {
  title?: TextRun[];
  event?: TextRun[];
  place?: TextRun[];
  day?: TextRun[];
  name?: TextRun[];
}

/** The size that Open Graph and Twitter ask for. All lengths are in pixels. */
export const [imageWidth, imageHeight] = [1200, 630] as const;

const [marginX, marginY] = [84, 66] as const;

/** The length of a line. */
export const lineLength = imageWidth - 2 * marginX;

/** The least distance between the event and the day. */
export const headGap = 48;

/** The size of a title and its greatest number of lines. */
export interface TitleSize {
  size: number;
  lines: number;
  /** The title does not fit and is cut at its last line. */
  tooLong?: boolean;
}

/** From the largest, for one or two words, to the smallest, for a sentence. */
export const titleSizes: readonly TitleSize[] = [
  { size: 104, lines: 2 },
  { size: 84, lines: 3 },
  { size: 72, lines: 4 },
  { size: 60, lines: 5 },
  { size: 52, lines: 5 },
  { size: 42, lines: 6 },
];

/** Returns the line height as a multiple of the size. */
export function toLineHeight(size: number): number {
  return size > 60 ? 1.08 : 1.16;
}

/** An element for satori, which has the shape of a React element. */
export interface Box {
  type: 'div' | 'span';
  key: string | null;
  props: { style: Record<string, string | number>; lang?: string; children?: (Box | string)[] };
}

const paper = '#f9f5ed';
const ink = '#231e19';
const mutedInk = '#675d52';
const hairline = '1px solid #cbbfac';
const accent = '#7b1e2c';

/** Returns the layout: event and day above a hairline, the title, and the name below another hairline. */
export function toShareLayout(pieces: ShareLines, families: string, size: TitleSize): Box {
  return createBox('image', toColumnStyle({ ...pageStyle, fontFamily: families }), [
    toHeadLine(pieces),
    createBox('body', toColumnStyle({ flexGrow: 1, justifyContent: 'center', paddingBottom: 10 }), [
      ...(pieces.title ? [toTitleBox(pieces.title, size)] : []),
    ]),
    toFootLine(pieces),
  ]);
}

const pageStyle = {
  width: imageWidth,
  height: imageHeight,
  boxSizing: 'border-box',
  padding: `${marginY}px ${marginX}px`,
  background: paper,
  color: ink,
  fontSynthesis: 'none',
};

/** Returns the title of the layout, to be measured on its own. */
export function toTitleBox(title: TextRun[], { size, lines, tooLong }: TitleSize): Box {
  const style = {
    display: 'block',
    width: lineLength,
    fontSize: size,
    lineHeight: toLineHeight(size),
    letterSpacing: -0.012 * size,
    ...(tooLong
      ? {
          overflowWrap: 'anywhere',
          lineClamp: lines,
          // satori does not clamp text in several fonts.
          maxHeight: lines * Math.round(size * toLineHeight(size)),
          overflow: 'hidden',
        }
      : { textWrap: 'balance' }),
  };
  return createBox('title', style, toInlineBoxes(title));
}

function toHeadLine({ event, place, day }: ShareLines): Box {
  const eventAndPlace = [
    ...(event
      ? [createBox('event', { fontStyle: 'italic', color: accent }, toInlineBoxes(event))]
      : []),
    ...(event && place ? [', '] : []),
    ...(place ? toInlineBoxes(place) : []),
  ];
  return createBox('head', { ...rowStyle, borderBottom: hairline, paddingBottom: 22 }, [
    createBox(
      'where',
      { ...lineStyle, ...twoLineStyle, flexGrow: 1, marginRight: headGap },
      eventAndPlace,
    ),
    createBox('day', { ...lineStyle, flexShrink: 0 }, toInlineBoxes(day ?? [])),
  ]);
}

function toFootLine({ name }: ShareLines): Box {
  return createBox('foot', { ...rowStyle, borderTop: hairline, paddingTop: 24 }, [
    createBox(
      'name',
      { ...lineStyle, ...oneLineStyle, color: ink, fontSize: 32 },
      toInlineBoxes(name ?? []),
    ),
  ]);
}

const rowStyle = { display: 'flex', flexDirection: 'row', justifyContent: 'space-between' };
const twoLineStyle = { minWidth: 0, maxHeight: 76, overflow: 'hidden', overflowWrap: 'anywhere' };
const oneLineStyle = { lineClamp: 1, maxHeight: 40, overflow: 'hidden', overflowWrap: 'anywhere' };
const lineStyle = { display: 'block', fontSize: 30, lineHeight: 1.25, color: mutedInk };

function toColumnStyle(style: Record<string, string | number>) {
  return { display: 'flex', flexDirection: 'column', ...style };
}

/** Only text in another font needs a box. */
function toInlineBoxes(runs: TextRun[]): (Box | string)[] {
  return runs.map(({ text, font }) =>
    font === undefined ? text : createBox('run', { fontFamily: font }, [text]),
  );
}

function createBox(key: string, style: Box['props']['style'], children: (Box | string)[]): Box {
  return {
    type: key === 'event' || key === 'run' ? 'span' : 'div',
    key,
    props: { style, children },
  };
}
