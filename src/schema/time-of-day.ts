/** A time of day as digits. */
interface Clock {
  hour: number;
  minute: number;
  second?: number;
}

/** The end of a range of times, such as 10:00 in `09:00-10:00`. */
export interface RangeEnd extends Clock {
  /** The UTC offset that the end can also be read as: `-10:00`. */
  possibleOffset?: string;
}

/** The times after a date, and the text after them, such as a UTC offset. */
export interface TimeOfDay extends Clock {
  until?: RangeEnd;
  rest: string;
}

type Meridiem = 'a' | 'p' | undefined;

const CLOCK =
  '(\\d{1,2})(?::(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?(?:\\s*([ap])\\.?m\\b\\.?)?(?!\\d)';
const SINGLE = new RegExp(`^${CLOCK}\\s*(.*)$`, 'i');
const RANGE = new RegExp(
  `^(?:from\\s+)?${CLOCK}(\\s*[-‐-―−]\\s*|\\s+(?:to|until|till)\\s+)${CLOCK}\\s*(.*)$`,
  'i',
);
/** UTC offsets west of Greenwich are whole, half or quarter hours, and at most twelve hours. */
const WESTERN_OFFSET = /^(0\d|1[0-2]):(00|15|30|45)$/;

/**
 * Reads a time of day or a range of times: `15:00`, `15:00:30`, `2:00 PM`, `09:00-10:00`, `2–3:30 PM`,
 * `9:00 to 10:00`. Returns undefined for any other text. Does not check that the hours and minutes exist.
 */
export function readTimeOfDay(text: string): TimeOfDay | undefined {
  return readRange(text) ?? readSingle(text);
}

function readSingle(text: string): TimeOfDay | undefined {
  const [, hour, minute, second, mark, rest = ''] = SINGLE.exec(text) ?? [];
  if (hour === undefined || (minute === undefined && mark === undefined)) return undefined;
  return { ...toClock([hour, minute, second], toMeridiem(mark)), rest };
}

function readRange(text: string): TimeOfDay | undefined {
  const match = RANGE.exec(text);
  if (!match) return undefined;
  const [, hour = '', minute, second, startMark, dash = '', endHour = '', endMinute] = match;
  const [endSecond, endMark, rest = ''] = match.slice(8);
  const hasMark = (startMark ?? endMark) !== undefined;
  if (!hasMark && (minute === undefined || endMinute === undefined)) return undefined;
  const meridiems = pickMeridiems([hour, startMark], [endHour, endMark]);
  const start = toClock([hour, minute, second], meridiems[0]);
  const end = toClock([endHour, endMinute, endSecond], meridiems[1]);
  const canBeOffset = dash.trim() === '-' && !hasMark && !/^[-+Zz]/.test(rest);
  if (!canBeOffset) return { ...start, until: end, rest };
  // RFC 3339 has seconds. Without them, `09:00-10:00` is more likely a range, and `15:00-04:00` is not.
  if ((second === undefined) !== (endSecond === undefined)) return undefined;
  const offset = `${endHour}:${endMinute}`;
  const isKnown = second === undefined && WESTERN_OFFSET.test(offset);
  if (toMinutes(end) <= toMinutes(start)) return undefined;
  return { ...start, until: { ...end, ...(isKnown && { possibleOffset: `-${offset}` }) }, rest };
}

function toClock(
  [hour, minute, second]: [string, string | undefined, string | undefined],
  meridiem: Meridiem,
): Clock {
  return {
    hour: toHour(Number(hour), meridiem),
    minute: Number(minute ?? 0),
    ...(second !== undefined && { second: Number(second) }),
  };
}

/** Converts an hour to the 24-hour clock. */
function toHour(hour: number, meridiem: Meridiem): number {
  if (meridiem === undefined || hour > 12) return hour;
  return (hour % 12) + (meridiem === 'p' ? 12 : 0);
}

/** Returns the halves of the day of a range. A time without `am` or `pm` is as close to the other as possible. */
function pickMeridiems(
  [start, startMark]: [string, string | undefined],
  [end, endMark]: [string, string | undefined],
): [Meridiem, Meridiem] {
  const [first, last] = [toMeridiem(startMark), toMeridiem(endMark)];
  if ((first === undefined) === (last === undefined)) return [first, last];
  const known = first ?? last;
  const isInOrder = toHour(Number(start), known) <= toHour(Number(end), known);
  const other = isInOrder ? known : known === 'a' ? 'p' : 'a';
  return first === undefined ? [other, last] : [first, other];
}

function toMeridiem(mark: string | undefined): Meridiem {
  return mark === undefined ? undefined : mark.toLowerCase() === 'a' ? 'a' : 'p';
}

function toMinutes({ hour, minute }: Clock): number {
  return hour * 60 + minute;
}
