import { DateTextError, parseDateText } from './date-text.ts';
import type { WallTime } from './date-text.ts';
import { describe, isMap, quote } from './describe.ts';
import type { Complain } from './field.ts';
import { dateJson } from './json-shape.ts';

/** Reads a date with an optional time of day, as digits. Returns a WallTime unchanged. */
export function readWallTime(value: unknown, complain: Complain): WallTime | undefined {
  if (isWallTime(value)) return value;
  if (typeof value !== 'string' && typeof value !== 'number') {
    complain({
      code: 'wrong-shape',
      message: `must be a date, not ${describe(value)}`,
      remedy: 'Write a date such as 2024-05-22 or 2024-05-22T15:00.',
    });
    return undefined;
  }
  try {
    return parseDateText(String(value));
  } catch (error) {
    if (!(error instanceof DateTextError)) throw error;
    const message = `${quote(String(value))} ${error.reason}`;
    complain({ code: 'date-unreadable', message, remedy: error.remedy });
    return undefined;
  }
}

readWallTime.json = dateJson;

function isWallTime(value: unknown): value is WallTime {
  return isMap(value) && ['year', 'month', 'day'].every((key) => typeof value[key] === 'number');
}
