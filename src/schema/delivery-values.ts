import { quote } from './describe.ts';
import { isEmpty, type Complain, type Reader } from './field.ts';
import { textJson } from './json-shape.ts';
import { readText } from './text.ts';

export type DeliveryStatus = 'scheduled' | 'postponed' | 'cancelled';

/** Reads the status of a delivery. Also accepts the American spelling `canceled`. */
export function readStatus(value: unknown, complain: Complain): DeliveryStatus | undefined {
  const written = readText(value, complain);
  const word = written?.toLowerCase().replace(/^canceled$/, 'cancelled');
  if (word === 'scheduled' || word === 'postponed' || word === 'cancelled') return word;
  if (written === undefined) return undefined;
  complain({
    code: 'unknown-status',
    severity: 'warning',
    message: `${quote(written)} is not a known status, so it is ignored`,
    remedy: 'Write scheduled, postponed or cancelled.',
  });
  return undefined;
}

readStatus.json = { anyOf: [{ enum: ['scheduled', 'postponed', 'cancelled'] }, textJson] };

/** Returns a reader for degrees from `-most` to `most`; any other value is a warning. */
export function degrees(most: number): Reader<number> {
  const read = (value: unknown, complain: Complain): number | undefined => {
    const number = isEmpty(value) ? NaN : Number(value);
    if (Math.abs(number) <= most) return number;
    const message = `is not a number from −${most} to ${most}, so it is ignored`;
    const remedy = 'Write decimal degrees, such as 48.2.';
    complain({ code: 'coordinates', severity: 'warning', message, remedy });
    return undefined;
  };
  return Object.assign(read, { json: {} });
}
