import type { Run } from '../printable.ts';
import type { SharePieces } from './share-pieces.ts';
import {
  headGap,
  leading,
  marginX,
  marginY,
  measure,
  pictureHeight,
  pictureWidth,
  type TitleSize,
} from './share-size.ts';

/** An element as satori takes it: React's shape, without React. */
export interface Box {
  type: 'div' | 'span';
  key: string | null;
  props: { style: Record<string, string | number>; lang?: string; children?: (Box | string)[] };
}

const paper = '#f9f5ed';
const ink = '#231e19';
const soft = '#675d52';
const hairline = '1px solid #cbbfac';
const accent = '#7b1e2c';

/** The programme: event and day above a hairline, the title, the name below another. */
export function shareLayout(pieces: SharePieces, families: string, size: TitleSize): Box {
  return box('picture', column({ ...page, fontFamily: families }), [
    headLine(pieces),
    box('body', column({ flexGrow: 1, justifyContent: 'center', paddingBottom: 10 }), [
      ...(pieces.title ? [titleBox(pieces.title, size)] : []),
    ]),
    footLine(pieces),
  ]);
}

const page = {
  width: pictureWidth,
  height: pictureHeight,
  boxSizing: 'border-box',
  padding: `${marginY}px ${marginX}px`,
  background: paper,
  color: ink,
  fontSynthesis: 'none',
};

/** The title alone, as `shareLayout` sets it: to be measured. */
export function titleBox(title: Run[], { size, lines, tooLong }: TitleSize): Box {
  const style = {
    display: 'block',
    width: measure,
    fontSize: size,
    lineHeight: leading(size),
    letterSpacing: -0.012 * size,
    ...(tooLong
      ? {
          overflowWrap: 'anywhere',
          lineClamp: lines,
          // Where text needs several fonts, satori does not clamp it.
          maxHeight: lines * Math.round(size * leading(size)),
          overflow: 'hidden',
        }
      : { textWrap: 'balance' }),
  };
  return box('title', style, inline(title));
}

function headLine({ event, place, day }: SharePieces): Box {
  const where = [
    ...(event ? [box('event', { fontStyle: 'italic', color: accent }, inline(event))] : []),
    ...(event && place ? [', '] : []),
    ...(place ? inline(place) : []),
  ];
  return box('head', { ...row, borderBottom: hairline, paddingBottom: 22 }, [
    box('where', { ...line, ...twoLines, flexGrow: 1, marginRight: headGap }, where),
    box('day', { ...line, flexShrink: 0 }, inline(day ?? [])),
  ]);
}

function footLine({ name }: SharePieces): Box {
  return box('foot', { ...row, borderTop: hairline, paddingTop: 24 }, [
    box('name', { ...line, ...oneLine, color: ink, fontSize: 32 }, inline(name ?? [])),
  ]);
}

const row = { display: 'flex', flexDirection: 'row', justifyContent: 'space-between' };
const twoLines = { minWidth: 0, maxHeight: 76, overflow: 'hidden', overflowWrap: 'anywhere' };
const oneLine = { lineClamp: 1, maxHeight: 40, overflow: 'hidden', overflowWrap: 'anywhere' };
const line = { display: 'block', fontSize: 30, lineHeight: 1.25, color: soft };

function column(style: Record<string, string | number>) {
  return { display: 'flex', flexDirection: 'column', ...style };
}

/** Neighbouring runs of one box: only text that needs another font is set apart. */
function inline(runs: Run[]): (Box | string)[] {
  return runs.map(({ text, font }) =>
    font === undefined ? text : box('run', { fontFamily: font }, [text]),
  );
}

function box(key: string, style: Box['props']['style'], children: (Box | string)[]): Box {
  return {
    type: key === 'event' || key === 'run' ? 'span' : 'div',
    key,
    props: { style, children },
  };
}
