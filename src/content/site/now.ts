/**
 * The time of the build in milliseconds since 1970: `SOURCE_DATE_EPOCH` if it is set, so that a build is
 * reproducible byte for byte, else the time of the clock. No other file reads the clock.
 */
export const now: number = process.env['SOURCE_DATE_EPOCH']
  ? Number(process.env['SOURCE_DATE_EPOCH']) * 1000
  : Date.now();
